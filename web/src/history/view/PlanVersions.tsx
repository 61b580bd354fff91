import { useState } from 'react';
import { Link } from 'react-router';
import { useLoaded, useSending } from '../../api';
import { usePlanEvents } from '../../collab';
import {
  Alert,
  Button,
  Checkbox,
  Form,
  Heading,
  PartnerMark,
  Select,
  Skeleton,
  TextField,
  useFocusOnArrival,
  useTitle,
} from '../../ui';
import { fetchPlanPast, namePlanVersion } from '../api';
import { differingIn } from '../difference';
import type { PlanVersion } from '../model';
import { differencePathOf } from '../paths';
import { failureText, useHistoryWords } from '../words';
import { sectionName, type VersionsPageProps } from './VersionsPage';

/// The named states of a plan: a new one, those there are, and what differs between two.
export function PlanVersions({ plan, connected, pathOf }: VersionsPageProps) {
  const { t } = useHistoryWords();
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('page.tab', { plan: plan.title }));
  const { state, again } = useLoaded(plan.id, fetchPlanPast);
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (kind === 'history-changed') {
      again();
    }
  });
  const items = state.kind === 'loaded' ? state.value.items : [];
  return (
    <div className="bt-page bt-versions">
      <Heading level={1} size={2} ref={heading}>
        {t('page.title')}
      </Heading>
      <p className="bt-lead">{t('page.lead')}</p>
      <p>
        <Link className="nl-link bt-link" to={pathOf()}>
          {t('page.toPlan')}
        </Link>
      </p>
      {state.kind === 'loading' ? <Skeleton label={t('page.loading')} lines={6} /> : null}
      {state.kind === 'failed' ? (
        <Alert kind="error" urgent>
          <p>{failureText(t, state.error)}</p>
          <Button onClick={again}>{t('failure.again')}</Button>
        </Alert>
      ) : null}
      {state.kind === 'loaded' ? (
        <>
          {state.value.mayName ? <NamePlan planId={plan.id} onNamed={again} /> : null}
          {items.length === 0 ? (
            <p className="bt-versions__none">
              {t('page.none')} {state.value.mayName ? t('page.noneNext') : t('page.noneOthers')}
            </p>
          ) : null}
          <ol className="bt-versions__list">
            {items.map((version) => (
              <PlanVersionItem key={version.id} planId={plan.id} version={version} />
            ))}
          </ol>
          {items.length > 1 ? <Compare planId={plan.id} items={items} /> : null}
        </>
      ) : null}
    </div>
  );
}

function NamePlan({ planId, onNamed }: { planId: string; onNamed: () => void }) {
  const { t } = useHistoryWords();
  const sending = useSending();
  const [name, setName] = useState('');
  const [final, setFinal] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [said, setSaid] = useState('');
  const submit = async () => {
    setSaid('');
    setEmpty(name.trim() === '');
    if (name.trim() === '') {
      return;
    }
    if (await sending.send(() => namePlanVersion(planId, name, final))) {
      sending.settle();
      setName('');
      setFinal(false);
      setSaid(t('page.made'));
      onNamed();
    }
  };
  return (
    <Form busy={sending.busy} onSubmit={submit} card>
      <TextField
        label={t('page.name')}
        description={t('page.nameHint')}
        value={name}
        onChange={setName}
        maxLength={200}
        error={empty ? t('panel.nameEmpty') : ''}
      />
      <Checkbox
        label={t('page.final')}
        description={t('page.finalHint')}
        checked={final}
        onChange={setFinal}
      />
      {sending.failure ? (
        <Alert kind="error" urgent>
          <p>{failureText(t, sending.failure)}</p>
        </Alert>
      ) : null}
      <div className="bt-form__acts">
        <Button kind="primary" type="submit" busy={sending.busy}>
          {t('page.submit')}
        </Button>
        <p role="status">{said}</p>
      </div>
    </Form>
  );
}

function PlanVersionItem({ planId, version }: { planId: string; version: PlanVersion }) {
  const { t, when, who } = useHistoryWords();
  const { sections, by } = version;
  const changed = sections.filter((each) => each.changed).length;
  return (
    <li className="bt-versions__item">
      <Heading level={2} size={4}>
        {t('page.version', { number: version.number, name: version.name })}
        {version.final ? <span className="bt-history__tag">{t('page.finalMark')}</span> : null}
      </Heading>
      <p className="bt-history__by">
        {by ? (
          <PartnerMark badge={by.partner.badge} colour={by.partner.colour} size="small" />
        ) : null}
        {t('panel.by', { when: when(version.at), who: who(by) })}
      </p>
      <p>{changed === 0 ? t('page.unchanged') : t('page.changed', { count: changed })}</p>
      <details>
        <summary className="bt-versions__summary">
          {t('page.sections', { count: sections.length })}
        </summary>
        <ul className="bt-versions__sections">
          {sections.map((each) => (
            <li key={each.section} className="bt-versions__section">
              <span>{sectionName(each)}</span>
              <span className="bt-versions__held">{t('page.held', { number: each.version })}</span>
              {each.changed ? (
                <Link
                  className="nl-link bt-link"
                  to={differencePathOf(planId, each.key, `v${each.version}`)}
                  aria-label={t('page.differenceOf', { section: sectionName(each) })}
                >
                  {t('page.difference')}
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

interface CompareProps {
  planId: string;
  items: readonly PlanVersion[];
}

/// Which sections differ between two versions of the plan, each with the way to its difference.
function Compare({ planId, items }: CompareProps) {
  const { t } = useHistoryWords();
  const [fromId, setFrom] = useState(items[1]?.id ?? '');
  const [toId, setTo] = useState(items[0]?.id ?? '');
  const choices = items.map(({ id, number, name }) => ({
    value: id,
    label: t('page.version', { number, name }),
  }));
  const [one, other] = [fromId, toId]
    .flatMap((id) => items.find((each) => each.id === id) ?? [])
    .sort((a, b) => a.number - b.number);
  const differing = one && other ? differingIn(one, other) : [];
  return (
    <section className="bt-versions__compare">
      <Heading level={2} size={3}>
        {t('page.compare')}
      </Heading>
      <div className="bt-versions__choice">
        <Select label={t('page.from')} value={fromId} choices={choices} onChange={setFrom} />
        <Select label={t('page.to')} value={toId} choices={choices} onChange={setTo} />
      </div>
      <p role="status">
        {differing.length === 0 ? t('page.same') : t('page.differing', { count: differing.length })}
      </p>
      <ul className="bt-versions__sections">
        {differing.map(({ key, number, title, from, to }) => (
          <li key={key} className="bt-versions__section">
            {from && to ? (
              <Link
                className="nl-link bt-link"
                to={differencePathOf(planId, key, `v${from.version}`, `v${to.version}`)}
              >
                {sectionName({ number, title })}
              </Link>
            ) : (
              <>
                <span>{sectionName({ number, title })}</span>
                <span className="bt-versions__held">
                  {from === undefined ? t('page.came') : t('page.went')}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
