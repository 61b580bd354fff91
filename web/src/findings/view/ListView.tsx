import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSending } from '../../api';
import { Button, Heading } from '../../ui';
import { makeFinding, makeTheme, removeFinding, removeTheme } from '../api';
import { byTheme, type Finding, type Findings, type Theme } from '../model';
import { findingsPathOf } from '../paths';
import { Failure } from './Failure';
import { FindingCard } from './FindingCard';
import { FindingForm } from './FindingForm';
import type { FindingsPlan } from './FindingsPage';
import { Placing } from './Placing';
import { ThemeForm } from './ThemeForm';

interface ListViewProps {
  plan: FindingsPlan;
  findings: Findings;
  again: () => void;
  pathOf: (key: string) => string;
}

/// What is being changed, if something is.
type Open = { kind: 'finding'; id: string } | { kind: 'theme'; id: string } | { kind: 'new-theme' };

/// What was done, and how it is undone.
interface Said {
  words: string;
  undo?: (() => Promise<string>) | undefined;
}

/// All findings by theme, to be changed and put into the text.
export function ListView({ plan, findings, again, pathOf }: ListViewProps) {
  const { t } = useTranslation('findings');
  const [open, setOpen] = useState<Open>();
  const [said, setSaid] = useState<Said>();
  const { busy, failure, send, settle } = useSending();
  const status = useRef<HTMLDivElement>(null);
  const { mayWork } = findings;
  const groups = byTheme(findings);
  const done = (words: string) => {
    setOpen(undefined);
    setSaid({ words });
    again();
    status.current?.focus();
  };
  const remove = async (deed: () => Promise<void>, words: string, undo: Said['undo']) => {
    if (await send(deed)) {
      settle();
      setSaid({ words, undo });
      again();
      status.current?.focus();
    }
  };
  const undo = async (back: () => Promise<string>) => {
    let words = '';
    const worked = await send(async () => {
      words = await back();
    });
    if (worked) {
      settle();
      done(words);
    }
  };
  const takeFinding = (finding: Finding) =>
    remove(
      () => removeFinding(finding.id),
      t('list.removed'),
      finding.noteIds.length === 0
        ? undefined
        : async () => {
            const { text, theme, noteIds } = finding;
            await makeFinding(plan.id, { text, theme, notes: noteIds });
            return t('list.back');
          },
    );
  const takeTheme = (theme: Theme) =>
    remove(
      () => removeTheme(theme.id),
      t('list.removedTheme'),
      findings.items.some((each) => each.theme === theme.id)
        ? undefined
        : async () => {
            await makeTheme(plan.id, theme.title, theme.description);
            return t('list.backTheme');
          },
    );
  const undoing = said?.undo;
  return (
    <>
      <p className="bt-lead">{t('list.lead')}</p>
      {mayWork ? (
        <div className="bt-findings__acts bt-findings__acts--top">
          <Link
            className="nl-button nl-button--primary bt-button"
            to={findingsPathOf(plan.id, 'matrix')}
          >
            <span className="nl-button__label">{t('list.toMatrix')}</span>
          </Link>
          <Button icon="plus" onClick={() => setOpen({ kind: 'new-theme' })}>
            {t('list.makeTheme')}
          </Button>
        </div>
      ) : null}
      <div
        ref={status}
        tabIndex={-1}
        role="status"
        className={said === undefined ? 'bt-hidden' : 'bt-findings__said'}
      >
        {said?.words}
        {undoing === undefined ? null : (
          <Button kind="subtle" icon="undo" busy={busy} onClick={() => void undo(undoing)}>
            {t('undo')}
          </Button>
        )}
      </div>
      <Failure error={failure} />
      {open?.kind === 'new-theme' ? (
        <ThemeForm
          planId={plan.id}
          onDone={() => done(t('list.savedTheme'))}
          onCancel={() => setOpen(undefined)}
        />
      ) : null}
      {groups.length === 0 ? (
        <section className="bt-findings__empty">
          <p>{mayWork ? t('list.none') : t('list.nonePartner')}</p>
        </section>
      ) : null}
      {groups.map(({ theme, items }) => (
        <section key={theme?.id ?? ''} className="bt-theme" aria-label={theme?.title}>
          {theme === undefined ? (
            <Heading level={2} size={4}>
              {t('list.noTheme')}
            </Heading>
          ) : open?.kind === 'theme' && open.id === theme.id ? (
            <ThemeForm
              planId={plan.id}
              theme={theme}
              onDone={() => done(t('list.savedTheme'))}
              onCancel={() => setOpen(undefined)}
            />
          ) : (
            <ThemeHead
              theme={theme}
              empty={items.length === 0}
              mayWork={mayWork}
              plan={plan}
              pathOf={pathOf}
              onChange={() => setOpen({ kind: 'theme', id: theme.id })}
              onRemove={() => void takeTheme(theme)}
            />
          )}
          {items.length === 0 ? <p className="bt-findings__sub">{t('list.empty')}</p> : null}
          <ul className="bt-findings__list">
            {items.map((finding) => (
              <li key={finding.id}>
                {open?.kind === 'finding' && open.id === finding.id ? (
                  <FindingForm
                    planId={plan.id}
                    findings={findings}
                    finding={finding}
                    notes={finding.noteIds.map((id) => ({ id, text: undefined }))}
                    onDone={() => done(t('list.saved'))}
                    onCancel={() => setOpen(undefined)}
                  />
                ) : (
                  <FindingCard
                    finding={finding}
                    plan={plan}
                    mayWork={mayWork}
                    pathOf={pathOf}
                    onChange={() => setOpen({ kind: 'finding', id: finding.id })}
                    onRemove={() => void takeFinding(finding)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface ThemeHeadProps {
  theme: Theme;
  empty: boolean;
  mayWork: boolean;
  plan: FindingsPlan;
  pathOf: (key: string) => string;
  onChange: () => void;
  onRemove: () => void;
}

function ThemeHead(props: ThemeHeadProps) {
  const { theme, empty, mayWork, plan, pathOf, onChange, onRemove } = props;
  const { t } = useTranslation('findings');
  const { title } = theme;
  return (
    <div className="bt-theme__head">
      <Heading level={2} size={3}>
        {title}
      </Heading>
      {theme.description === '' ? null : <p className="bt-findings__prose">{theme.description}</p>}
      <div className="bt-findings__acts">
        {empty ? null : (
          <Placing
            plan={plan}
            id={theme.id}
            label={t('list.placeTheme', { title })}
            pathOf={pathOf}
          />
        )}
        {mayWork ? (
          <>
            <Button kind="subtle" icon="draft" onClick={onChange}>
              <span aria-hidden="true">{t('change')}</span>
              <span className="bt-hidden">{t('list.changeTheme', { title })}</span>
            </Button>
            <Button kind="subtle" icon="close" onClick={onRemove}>
              <span aria-hidden="true">{t('remove')}</span>
              <span className="bt-hidden">{t('list.removeTheme', { title })}</span>
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
}
