import '../fillins.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoaded } from '../../api';
import { usePlanEvents } from '../../collab';
import {
  Alert,
  Button,
  Heading,
  RadioGroup,
  Skeleton,
  useFocusOnArrival,
  useTitle,
} from '../../ui';
import { fetchFindings, fetchPlanFillIns } from '../api';
import {
  type FillIn,
  type Finding,
  isShown,
  meterOf,
  type PlanSection,
  type Show,
  sumOf,
} from '../model';
import { placePathOf } from '../paths';
import { findingWords } from './findingWords';
import { Ownership } from './Ownership';

export interface FillInsPageProps {
  plan: { id: string; title: string };
  /// True once the plan can be followed live.
  connected: boolean;
  /// The address of the plan, or of one of its sections.
  pathOf: (key?: string) => string;
}

const shows = ['open', 'mine', 'late', 'done'] as const;

/// All fill-ins of a plan: what is open, who fills it in and by when, and what does not fit.
export function FillInsPage({ plan, connected, pathOf }: FillInsPageProps) {
  const { t } = useTranslation('fillins');
  const { state, again } = useLoaded(plan.id, fetchPlanFillIns);
  const findings = useLoaded(plan.id, fetchFindings);
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (kind === 'fill-ins-changed' || kind === 'joined' || kind === 'roles-changed') {
      again();
      findings.again();
    }
  });
  useTitle(`${t('page.title')} – ${plan.title}`);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  return (
    <div className="bt-page bt-fill-ins">
      <Heading level={1} size={2} ref={heading}>
        {t('page.title')}
      </Heading>
      <p className="bt-lead">{t('page.lead')}</p>
      {state.kind === 'loading' ? (
        <Skeleton label={t('loading')} lines={8} />
      ) : state.kind === 'failed' ? (
        <>
          <Alert kind="error" urgent>
            <p>{t('failed')}</p>
          </Alert>
          <Button onClick={again}>{t('again')}</Button>
        </>
      ) : (
        <Listed
          planId={plan.id}
          sections={state.value}
          findings={findings.state.kind === 'loaded' ? findings.state.value : []}
          pathOf={pathOf}
          again={again}
        />
      )}
    </div>
  );
}

interface ListedProps {
  planId: string;
  sections: readonly PlanSection[];
  findings: readonly Finding[];
  pathOf: (key?: string) => string;
  again: () => void;
}

function Listed({ planId, sections, findings, pathOf, again }: ListedProps) {
  const { t } = useTranslation('fillins');
  const [show, setShow] = useState<Show>('open');
  const { filled, total } = sumOf(sections.map(({ items }) => meterOf(items)));
  const all = sections.flatMap(({ items }) => items);
  const countOf = (each: Show) => all.filter((item) => isShown(each, item)).length;
  const none = {
    open: t('page.noneOpen'),
    mine: t('page.noneMine'),
    late: t('page.noneLate'),
    done: t('page.noneDone'),
  };
  const shown = sections
    .map((section) => ({ section, items: section.items.filter((item) => isShown(show, item)) }))
    .filter(({ items }) => items.length > 0);
  return (
    <>
      <p className="bt-fill-ins__meter">
        <meter className="bt-fill-ins__bar" min={0} max={Math.max(total, 1)} value={filled}>
          {t('page.meter', { filled, total })}
        </meter>
        <strong>{t('page.meter', { filled, total })}</strong>
      </p>
      <Findings findings={findings} sections={sections} pathOf={pathOf} />
      <RadioGroup
        legend={t('page.show')}
        layout="line"
        value={show}
        onChange={setShow}
        choices={shows.map((value) => ({
          value,
          label: t(`page.${value}`, { count: countOf(value) }),
        }))}
      />
      {shown.length === 0 ? <p className="bt-fill-ins__none">{none[show]}</p> : null}
      {shown.map(({ section, items }) => (
        <section className="bt-fill-ins__section" key={section.id}>
          <Heading level={2} size={4}>
            {section.number === '' ? section.title : `${section.number} ${section.title}`}
          </Heading>
          <ul className="bt-fill-ins__list">
            {items.map((item) => (
              <Row
                key={item.id}
                planId={planId}
                section={section}
                item={item}
                path={pathOf(section.key)}
                again={again}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface RowProps {
  planId: string;
  section: PlanSection;
  item: FillIn;
  path: string;
  again: () => void;
}

function Row({ planId, section, item, path, again }: RowProps) {
  const { t } = useTranslation('fillins');
  const label = item.label === '' ? t('unnamed') : item.label;
  return (
    <li className={`bt-fill-ins__row ${item.state === 'open' ? 'bt-fill-ins__row--open' : ''}`}>
      {item.state === 'resolved' ? (
        <span className="bt-fill-ins__name">{label}</span>
      ) : (
        <Link className="nl-link bt-link bt-fill-ins__name" to={placePathOf(path, item.id)}>
          {label}
        </Link>
      )}
      <span className="bt-fill-ins__state">{t(`state.${item.state}`)}</span>
      {item.state === 'open' ? null : <p className="bt-fill-ins__value">{item.value}</p>}
      <Ownership
        planId={planId}
        sectionId={section.id}
        fillIn={item.id}
        open={item.state === 'open'}
        owner={item.owner}
        mayAssign={section.mayAssign && item.state === 'open'}
        onChanged={again}
      />
    </li>
  );
}

interface FindingsProps {
  findings: readonly Finding[];
  sections: readonly PlanSection[];
  pathOf: (key?: string) => string;
}

function Findings({ findings, sections, pathOf }: FindingsProps) {
  const { t } = useTranslation('fillins');
  if (findings.length === 0) {
    return null;
  }
  return (
    <Alert kind="warning" title={t('check.title')}>
      <ul className="bt-fill-ins__findings">
        {findings.map((finding) => {
          const section = sections.find(({ id }) => id === finding.section);
          return (
            <li key={`${finding.kind} ${finding.fillIn} ${finding.words}`}>
              {findingWords(t, finding)}{' '}
              {section === undefined ? null : (
                <Link
                  className="nl-link bt-link"
                  to={placePathOf(pathOf(section.key), finding.fillIn)}
                >
                  {section.number === '' ? section.title : section.number}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}
