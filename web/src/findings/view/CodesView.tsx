import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoaded, useSending } from '../../api';
import { usePlanEvents } from '../../collab';
import { Button, Heading, Icon, Skeleton } from '../../ui';
import { fetchCodes, makeCode, removeCode } from '../api';
import { type Code, codeTree } from '../model';
import { codebookPathOf, notesPathOf, projectPathOf } from '../paths';
import { CodeForm } from './CodeForm';
import { Failure } from './Failure';
import type { FindingsPlan } from './FindingsPage';

interface CodesViewProps {
  plan: FindingsPlan;
  connected: boolean;
}

/// The codebook: codes with what they mean, and files for other programs.
export function CodesView({ plan, connected }: CodesViewProps) {
  const { t } = useTranslation('findings');
  const { state, again } = useLoaded(plan.id, fetchCodes);
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (kind === 'findings-changed' || kind === 'joined') {
      again();
    }
  });
  if (state.kind === 'loading') {
    return <Skeleton label={t('codes.loading')} lines={6} />;
  }
  return state.kind === 'failed' ? (
    <Failure error={state.error} title={t('codes.failed')} again={again} />
  ) : (
    <Loaded plan={plan} codes={state.value} again={again} />
  );
}

interface LoadedProps {
  plan: FindingsPlan;
  codes: readonly Code[];
  again: () => void;
}

function Loaded({ plan, codes, again }: LoadedProps) {
  const { t } = useTranslation('findings');
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState<{ words: string; lost?: Code }>();
  const { busy, failure, send, settle } = useSending();
  const status = useRef<HTMLDivElement>(null);
  const done = (words: string, lost?: Code) => {
    setOpen(undefined);
    setSaid(lost === undefined ? { words } : { words, lost });
    again();
    status.current?.focus();
  };
  const remove = async (code: Code) => {
    if (await send(() => removeCode(code.id))) {
      settle();
      done(t('codes.removed'), code);
    }
  };
  const undo = async ({ name, description, parent }: Code) => {
    const back = await send(async () => {
      await makeCode(plan.id, { name, description, parent });
    });
    if (back) {
      settle();
      done(t('codes.back'));
    }
  };
  const item = (code: Code) =>
    open === code.id ? (
      <CodeForm
        planId={plan.id}
        codes={codes}
        code={code}
        onDone={() => done(t('codes.saved'))}
        onCancel={() => setOpen(undefined)}
      />
    ) : (
      <CodeItem
        plan={plan}
        code={code}
        onChange={() => setOpen(code.id)}
        onRemove={() => void remove(code)}
      />
    );
  const lost = said?.lost;
  return (
    <>
      <p className="bt-lead">{t('codes.lead')}</p>
      {open === '' ? (
        <CodeForm
          planId={plan.id}
          codes={codes}
          onDone={() => done(t('codes.saved'))}
          onCancel={() => setOpen(undefined)}
        />
      ) : (
        <div className="bt-findings__acts bt-findings__acts--top">
          <Button kind="primary" icon="plus" onClick={() => setOpen('')}>
            {t('codes.make')}
          </Button>
        </div>
      )}
      <div
        ref={status}
        tabIndex={-1}
        role="status"
        className={said === undefined ? 'bt-hidden' : 'bt-findings__said'}
      >
        {said?.words}
        {lost === undefined ? null : (
          <Button kind="subtle" icon="undo" busy={busy} onClick={() => void undo(lost)}>
            {t('undo')}
          </Button>
        )}
      </div>
      <Failure error={failure} />
      {codes.length === 0 ? (
        <section className="bt-findings__empty">
          <p>{t('codes.none')}</p>
        </section>
      ) : null}
      <ul className="bt-findings__list">
        {codeTree(codes).map(({ code, below }) => (
          <li key={code.id}>
            {item(code)}
            {below.length === 0 ? null : (
              <ul className="bt-findings__list bt-codes__below">
                {below.map((each) => (
                  <li key={each.id}>{item(each)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <section className="bt-codes__export" aria-label={t('codes.export')}>
        <Heading level={2} size={4}>
          {t('codes.export')}
        </Heading>
        <p>{t('codes.exportLead')}</p>
        {codes.length === 0 ? null : (
          <p>
            <a className="nl-link bt-link" href={codebookPathOf(plan.id)} download>
              <Icon name="down" />
              {t('codes.codebook')}
            </a>
          </p>
        )}
        <p>
          <a className="nl-link bt-link" href={projectPathOf(plan.id)} download>
            <Icon name="down" />
            {t('codes.project')}
          </a>
        </p>
        <p className="bt-findings__sub">{t('codes.projectHint')}</p>
      </section>
    </>
  );
}

interface CodeItemProps {
  plan: FindingsPlan;
  code: Code;
  onChange: () => void;
  onRemove: () => void;
}

function CodeItem({ plan, code, onChange, onRemove }: CodeItemProps) {
  const { t } = useTranslation('findings');
  const { id, name, description, notes } = code;
  return (
    <article className="bt-finding">
      <p className="bt-codes__name">{name}</p>
      {description === '' ? null : <p className="bt-findings__prose">{description}</p>}
      <div className="bt-findings__acts">
        {notes === 0 ? (
          <span className="bt-findings__sub">{t('notes', { count: 0 })}</span>
        ) : (
          <Link className="nl-link bt-link" to={notesPathOf(plan.id, id)}>
            <span aria-hidden="true">{t('notes', { count: notes })}</span>
            <span className="bt-hidden">{t('codes.show', { name })}</span>
          </Link>
        )}
        <Button kind="subtle" icon="draft" onClick={onChange}>
          <span aria-hidden="true">{t('change')}</span>
          <span className="bt-hidden">{t('codes.changeLabel', { name })}</span>
        </Button>
        {notes === 0 ? (
          <Button kind="subtle" icon="close" onClick={onRemove}>
            <span aria-hidden="true">{t('remove')}</span>
            <span className="bt-hidden">{t('codes.removeLabel', { name })}</span>
          </Button>
        ) : null}
      </div>
    </article>
  );
}
