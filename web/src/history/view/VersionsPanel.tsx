import { type ReactNode, useRef, useState } from 'react';
import { Link } from 'react-router';
import { type ApiError, asApiError, type Loaded } from '../../api';
import { forgetUndo, type SheetContext, type SheetSection } from '../../editor';
import { Alert, Button, Heading, PartnerMark, Skeleton } from '../../ui';
import { type Restored, restore } from '../api';
import type { Past, Person, Sitting, Version } from '../model';
import { differencePathOf } from '../paths';
import { failureText, useHistoryWords } from '../words';
import { NameVersion } from './NameVersion';

export interface VersionsPanelProps {
  plan: SheetContext['plan'];
  section: SheetSection;
  editor: SheetContext['editor'];
  state: Loaded<Past>;
  again: () => void;
  /// A page takes the place of the sheet.
  onLeave: () => void;
}

/// The past of a section beside its text: what is new to me, its versions, and when people wrote.
export function VersionsPanel(props: VersionsPanelProps) {
  const { plan, section, state, again, onLeave } = props;
  const { t } = useHistoryWords();
  if (state.kind === 'loading') {
    return <Skeleton label={t('panel.loading')} />;
  }
  if (state.kind === 'failed') {
    return (
      <Alert kind="error" urgent>
        <p>{failureText(t, state.error)}</p>
        <Button onClick={again}>{t('failure.again')}</Button>
      </Alert>
    );
  }
  const path = (from: string, to?: string) => differencePathOf(plan.id, section.key, from, to);
  return (
    <Inside
      past={state.value}
      section={section}
      editor={props.editor}
      again={again}
      path={path}
      onLeave={onLeave}
    />
  );
}

interface InsideProps {
  past: Past;
  section: SheetSection;
  editor: SheetContext['editor'];
  again: () => void;
  path: (from: string, to?: string) => string;
  onLeave: () => void;
}

function Inside({ past, section, editor, again, path, onLeave }: InsideProps) {
  const { t } = useHistoryWords();
  const restoring = useRestoring(section.id, editor, again);
  return (
    <div className="bt-history">
      {past.seen?.changed ? (
        <Alert kind="info">
          <p>{t('panel.news')}</p>
          <Link className="nl-link bt-link" to={path(String(past.seen.seq))} onClick={onLeave}>
            {t('panel.newsLink')}
          </Link>
        </Alert>
      ) : null}
      <RestoreNote restoring={restoring} />
      {past.mayName ? <NameVersion sectionId={section.id} onNamed={again} /> : null}
      <section className="bt-history__part">
        <Heading level={3} size={4}>
          {t('panel.versions')}
        </Heading>
        {past.versions.length === 0 ? <p>{t('panel.none')}</p> : null}
        <ul className="bt-history__list">
          {past.versions.map((version) => (
            <VersionItem
              key={version.id}
              version={version}
              path={path}
              onLeave={onLeave}
              onRestore={past.mayRestore ? restoring.bringBack : undefined}
            />
          ))}
        </ul>
      </section>
      <Sittings past={past} path={path} onLeave={onLeave} restoring={restoring} />
    </div>
  );
}

interface VersionItemProps {
  version: Version;
  path: InsideProps['path'];
  onLeave: () => void;
  onRestore: Restoring['bringBack'] | undefined;
}

function VersionItem({ version, path, onLeave, onRestore }: VersionItemProps) {
  const { t, when, who } = useHistoryWords();
  const name = t('panel.versionName', { number: version.number, name: version.name });
  return (
    <li className="bt-history__item">
      <p className="bt-history__name">
        {name}
        {version.fixed ? <span className="bt-history__tag">{t('panel.fixedWith')}</span> : null}
      </p>
      <p className="bt-history__by">
        <Marks people={version.by ? [version.by] : []} />
        {t('panel.by', { when: when(version.at), who: who(version.by) })}
      </p>
      <Acts>
        <Link
          className="nl-link bt-link"
          to={path(`v${version.number}`)}
          aria-label={t('panel.differenceLabel', { what: name })}
          onClick={onLeave}
        >
          {t('panel.difference')}
        </Link>
        {onRestore ? (
          <button
            type="button"
            className="bt-history__act"
            aria-label={t('panel.restoreLabel', { what: name })}
            onClick={() => onRestore(`v${version.number}`, name)}
          >
            {t('panel.restore')}
          </button>
        ) : null}
      </Acts>
    </li>
  );
}

function Acts({ children }: { children: ReactNode }) {
  return <div className="bt-history__acts">{children}</div>;
}

/// One mark for each organisation.
function Marks({ people }: { people: readonly Person[] }) {
  const partners = new Map(people.map(({ partner }) => [partner.id, partner]));
  return (
    <span className="bt-history__marks">
      {[...partners.values()].map(({ id, badge, colour }) => (
        <PartnerMark key={id} badge={badge} colour={colour} size="small" />
      ))}
    </span>
  );
}

/// Sittings that stand in the list before one asks for more.
const few = 8;

interface SittingsProps {
  past: Past;
  path: InsideProps['path'];
  onLeave: () => void;
  restoring: Restoring;
}

function Sittings({ past, path, onLeave, restoring }: SittingsProps) {
  const { t } = useHistoryWords();
  const [all, setAll] = useState(false);
  const { sittings } = past;
  const shown = all ? sittings : sittings.slice(0, few);
  const more = sittings.length - shown.length;
  return (
    <section className="bt-history__part">
      <Heading level={3} size={4}>
        {t('panel.sittings')}
      </Heading>
      {sittings.length === 0 ? <p>{t('panel.noSittings')}</p> : null}
      <ul className="bt-history__list">
        {shown.map((sitting) => (
          <SittingItem
            key={sitting.from}
            sitting={sitting}
            path={path}
            onLeave={onLeave}
            onRestore={past.mayRestore ? restoring.bringBack : undefined}
          />
        ))}
      </ul>
      {more > 0 ? (
        <Button kind="subtle" icon="down" onClick={() => setAll(true)}>
          {t('panel.more', { count: more })}
        </Button>
      ) : null}
    </section>
  );
}

interface SittingItemProps extends Omit<VersionItemProps, 'version'> {
  sitting: Sitting;
}

function SittingItem({ sitting, path, onLeave, onRestore }: SittingItemProps) {
  const { t, span, people } = useHistoryWords();
  const when = span(sitting);
  const before = t('panel.before', { when });
  return (
    <li className="bt-history__item">
      <p className="bt-history__name">{when}</p>
      <p className="bt-history__by">
        <Marks people={sitting.by} />
        {people(sitting.by)}
      </p>
      <Acts>
        <Link
          className="nl-link bt-link"
          to={path(String(sitting.from), String(sitting.to))}
          aria-label={t('panel.changedThenLabel', { when })}
          onClick={onLeave}
        >
          {t('panel.changedThen')}
        </Link>
        {onRestore ? (
          <button
            type="button"
            className="bt-history__act"
            aria-label={t('panel.restoreLabel', { what: before })}
            onClick={() => onRestore(String(sitting.from), before)}
          >
            {t('panel.restoreBefore')}
          </button>
        ) : null}
      </Acts>
    </li>
  );
}

interface Restoring {
  busy: boolean;
  failure: ApiError | undefined;
  /// What was done last, in words.
  said: string;
  mayUndo: boolean;
  bringBack: (moment: string, what: string) => void;
  undo: () => void;
}

/// Brings texts back, and the last one away again.
function useRestoring(
  sectionId: string,
  editor: SheetContext['editor'],
  again: () => void,
): Restoring {
  const { t } = useHistoryWords();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  const [last, setLast] = useState<Restored>();
  const [said, setSaid] = useState('');
  const run = async (deed: () => Promise<void>) => {
    if (busy) {
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      await deed();
      if (editor && !editor.isDestroyed) {
        forgetUndo(editor.view);
      }
    } catch (cause) {
      setFailure(asApiError(cause));
    }
    setBusy(false);
    again();
  };
  return {
    busy,
    failure,
    said,
    mayUndo: last !== undefined,
    bringBack: (moment, what) =>
      void run(async () => {
        const done = await restore(sectionId, moment);
        const nothing = done.before === done.seq;
        setLast(nothing ? undefined : done);
        setSaid(nothing ? t('panel.restoredNothing') : t('panel.restored', { what }));
      }),
    undo: () =>
      void run(async () => {
        if (last !== undefined) {
          await restore(sectionId, String(last.before), last.seq);
          setLast(undefined);
          setSaid(t('panel.undone'));
        }
      }),
  };
}

function RestoreNote({ restoring }: { restoring: Restoring }) {
  const { t } = useHistoryWords();
  const said = useRef<HTMLParagraphElement>(null);
  const undo = () => {
    // The button goes with what it undoes.
    said.current?.focus();
    restoring.undo();
  };
  return (
    <div className={restoring.said === '' ? undefined : 'bt-history__note'}>
      <p role="status" tabIndex={-1} ref={said}>
        {restoring.said}
      </p>
      {restoring.mayUndo ? (
        <Button icon="undo" busy={restoring.busy} onClick={undo}>
          {t('panel.undo')}
        </Button>
      ) : null}
      {restoring.failure ? (
        <Alert kind="error" urgent>
          <p>{failureText(t, restoring.failure)}</p>
        </Alert>
      ) : null}
    </div>
  );
}
