import '../plan.css';
import '../side.css';
import type { Editor } from '@tiptap/core';
import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLoaded } from '../../api';
import {
  currentConnection,
  forgetCopiesOutside,
  type OpenDocument,
  type PlanEvent,
  type PresenceUser,
  type SaveState,
  usePlanEvents,
} from '../../collab';
import type { SheetContext, SheetExtra, UseSheetExtras } from '../../editor';
import { Alert, Button, Dialog, Heading, Icon, Skeleton, useTitle } from '../../ui';
import { fetchPlan, seenPlan } from '../api';
import {
  nameOf,
  neighboursOf,
  offAt,
  outlinePathOf,
  type Plan,
  pathOf,
  rolesPathOf,
  type Section,
  sectionAt,
} from '../model';
import { type SectionSaving, summaryOf } from '../saving';
import { useHeldDocuments } from '../useHeldDocuments';
import { useNarrow } from '../useNarrow';
import { usePanel } from '../usePanel';
import { useVisit } from '../useVisit';
import { AddSection } from './AddSection';
import { failureText } from './failure';
import { Outline } from './Outline';
import { PeopleHere } from './People';
import { SaveSign } from './SaveSign';
import { SectionGone } from './SectionGone';
import { SectionOff } from './SectionOff';
import { Sheet } from './Sheet';
import { SidePane } from './SidePane';

/// The places that the shell gives a plan.
export interface PlanFrameParts {
  plan: Plan | undefined;
  /// Who is here and where the words are.
  signs: ReactNode;
  outline: ReactNode;
  /// The bar at the bottom of a phone.
  bar: ReactNode;
  sheet: ReactNode;
  /// Beside the sheet.
  side: ReactNode;
}

export interface PlanPageProps {
  planId: string;
  slug: string | undefined;
  user: PresenceUser;
  /// True once documents can be opened.
  connected: boolean;
  /// Nobody is signed in any more, as far as the texts' server knows.
  onDenied: () => void;
  /// Roles in the words of the page; empty while they are not known.
  rolesInWords: (roles: readonly string[]) => string;
  frame: (parts: PlanFrameParts) => ReactNode;
  /// What other slices add to a section's sheet.
  useExtras: UseSheetExtras;
  /// Ways to other pages of the plan.
  ways: (planId: string, onLeave: () => void) => ReactNode;
}

const mayChangePlan: ReadonlySet<PlanEvent['kind']> = new Set([
  'joined',
  'left',
  'plan-changed',
  'roles-changed',
]);

/// A plan: its outline and one section's text. Stays as it is while one goes from section to
/// section.
export function PlanPage(props: PlanPageProps) {
  const { t } = useTranslation('plan');
  const { state, again } = useLoaded(props.planId, fetchPlan);
  useEffect(() => {
    // Others add sections and change their status meanwhile.
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [again]);
  // Whatever happened to the plan, its answer tells: what I see, and what I may do.
  usePlanEvents(props.planId, props.connected, ({ kind }) => {
    if (mayChangePlan.has(kind)) {
      again();
    }
  });
  const plan = state.kind === 'loaded' ? state.value : seenPlan(props.planId);
  if (plan !== undefined && plan.sections.length > 0) {
    return <OpenPlan {...props} plan={plan} reload={again} />;
  }
  const sheet = (
    <div className="bt-page">
      {state.kind === 'failed' ? (
        <>
          <Heading level={1} size={2}>
            {t('plan.failed')}
          </Heading>
          <Alert kind="error" urgent>
            <p>{failureText(t, state.error)}</p>
          </Alert>
          <div className="bt-form__acts">
            <Button onClick={again}>{t('failure.again')}</Button>
            <Link className="nl-link bt-link" to="/plannen">
              {t('plan.toPlans')}
            </Link>
          </div>
        </>
      ) : (
        <Skeleton label={t('plan.loading')} lines={8} />
      )}
    </div>
  );
  return props.frame({ plan, signs: null, outline: null, bar: null, sheet, side: null });
}

interface OpenPlanProps extends PlanPageProps {
  plan: Plan;
  reload: () => void;
}

function OpenPlan(props: OpenPlanProps) {
  const { plan, slug, user, connected, frame, reload } = props;
  const { t } = useTranslation('plan');
  const navigate = useNavigate();
  const [drawer, setDrawer] = useState(false);
  const closeDrawer = useCallback(() => setDrawer(false), []);
  const section = sectionAt(plan, slug);
  const gone = useGone(section, slug);
  const off = section ? undefined : offAt(plan, slug);
  const around = section ? neighboursOf(plan, section) : { before: undefined, after: undefined };
  const title = section ?? off ?? gone;
  useTitle(`${title ? nameOf(title) : t('plan.sectionMissing')} – ${plan.title}`);
  useVisit(plan.id, section, connected, reload);
  const [made, setMade] = useState<{ editor: Editor; document: OpenDocument }>();
  const settled = useSettled(made !== undefined);
  const wanted = settled ? [section, around.after, around.before] : [section];
  const { open, summary, onState } = usePlanDocuments(props, wanted, gone);
  const [panel, openPanel] = usePanel();
  const panelCovers = useNarrow();
  const onEditor = useCallback(
    (editor: Editor | undefined, document: OpenDocument | undefined) =>
      setMade(editor && document ? { editor, document } : undefined),
    [],
  );
  const outlineWith = (extras: readonly SheetExtra[]) => (
    <OutlinePane
      plan={plan}
      current={section}
      open={open}
      reload={reload}
      onLeave={closeDrawer}
      ways={props.ways}
      outlines={extras.map((extra) => extra.outline)}
    />
  );
  const sheet = (extras: readonly SheetExtra[]) => (
    <>
      <OutlineButton onClick={() => setDrawer(true)} />
      {section === undefined ? (
        off ? (
          <SectionOff plan={plan} section={off} />
        ) : gone ? (
          <SectionGone plan={plan} section={gone} />
        ) : (
          <SectionMissing />
        )
      ) : (
        <Sheet
          plan={plan}
          section={section}
          user={user}
          connected={connected}
          rolesInWords={props.rolesInWords}
          onState={onState}
          onOldRights={reload}
          onOpenSection={(key) => void navigate(pathOf(plan.id, key))}
          extras={extras}
          onEditor={onEditor}
        />
      )}
      {drawer ? <Drawer onClose={closeDrawer}>{outlineWith(extras)}</Drawer> : null}
    </>
  );
  const signs = (
    <>
      {section ? <PeopleHere documentId={section.documentId} /> : null}
      <SaveSign summary={summary} />
    </>
  );
  const bar = <Bar plan={plan} around={around} onOutline={() => setDrawer(true)} />;
  const parts = { plan, signs, bar };
  if (section === undefined) {
    return frame({ ...parts, outline: outlineWith([]), sheet: sheet([]), side: null });
  }
  const ofThis = made?.document.documentId === section.documentId ? made : undefined;
  const context: SheetContext = {
    plan,
    section,
    user,
    connected,
    editor: ofThis?.editor,
    document: ofThis?.document,
    panel,
    openPanel,
    panelCovers,
    reload,
  };
  return (
    <Extras context={context} useExtras={props.useExtras}>
      {(extras) => {
        const panels = extras.flatMap((extra) => extra.panel ?? []);
        const side =
          panels.length === 0 ? null : <SidePane panels={panels} open={panel} onOpen={openPanel} />;
        return frame({ ...parts, outline: outlineWith(extras), sheet: sheet(extras), side });
      }}
    </Extras>
  );
}

interface ExtrasProps {
  context: SheetContext;
  useExtras: UseSheetExtras;
  children: (extras: readonly SheetExtra[]) => ReactNode;
}

/// Asks the other slices what they add to this sheet.
function Extras({ context, useExtras, children }: ExtrasProps) {
  return children(useExtras(context));
}

interface OutlinePaneProps {
  plan: Plan;
  current: Section | undefined;
  open: ReadonlySet<string>;
  reload: () => void;
  onLeave: () => void;
  ways: PlanPageProps['ways'];
  outlines: readonly SheetExtra['outline'][];
}

/// The outline, with the ways from it: to the roles, and to a section of one's own. Long, so not
/// made anew for each keystroke in the text.
const OutlinePane = memo(function OutlinePane(props: OutlinePaneProps) {
  const { plan, current, open, reload, onLeave, ways, outlines } = props;
  const { t } = useTranslation('plan');
  const navigate = useNavigate();
  return (
    <>
      <Outline
        plan={plan}
        current={current}
        open={open}
        onNavigate={onLeave}
        marksOf={({ id }) => outlines.map((marks) => marks?.(id))}
      >
        <Link className="bt-outline__way" to={rolesPathOf(plan.id)} onClick={onLeave}>
          <Icon name="partners" />
          {t('plan.toRoles')}
        </Link>
        {ways(plan.id, onLeave)}
        {plan.mayCoordinate ? (
          <Link className="bt-outline__way" to={outlinePathOf(plan.id)} onClick={onLeave}>
            <Icon name="outline" />
            {plan.off.length === 0
              ? t('arrange.open')
              : t('arrange.openOff', { count: plan.off.length })}
          </Link>
        ) : null}
      </Outline>
      {plan.mayCoordinate ? (
        <AddSection
          planId={plan.id}
          onAdded={(fresh) => {
            reload();
            onLeave();
            void navigate(pathOf(plan.id, fresh.key));
          }}
        />
      ) : null}
    </>
  );
}, isSameOutline);

function isSameOutline(before: OutlinePaneProps, now: OutlinePaneProps): boolean {
  const { outlines, ...rest } = now;
  const names = Object.keys(rest) as (keyof typeof rest)[];
  return (
    names.every((name) => before[name] === now[name]) &&
    outlines.length === before.outlines.length &&
    outlines.every((marks, place) => marks === before.outlines[place])
  );
}

/// So long after the text, or at last without one, the neighbours come too.
const settleMs = 500;
const settleLatestMs = 4000;

/// The first text does not wait for those beside it. True for good once it is there.
function useSettled(there: boolean): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (settled) {
      return;
    }
    const timer = setTimeout(() => setSettled(true), there ? settleMs : settleLatestMs);
    return () => clearTimeout(timer);
  }, [settled, there]);
  return settled;
}

/// The section that this address showed before it went from the plan, if it did so meanwhile.
function useGone(section: Section | undefined, slug: string | undefined): Section | undefined {
  const [last, setLast] = useState<{ section: Section; slug: string | undefined }>();
  if (section !== undefined && last?.section !== section) {
    setLast({ section, slug });
  }
  return section === undefined && last?.slug === slug ? last?.section : undefined;
}

/// Holds the documents of these sections open, the one on the sheet first, and sums up where the
/// words of all open documents are.
function usePlanDocuments(
  props: OpenPlanProps,
  sections: readonly (Section | undefined)[],
  gone: Section | undefined,
) {
  const { plan, connected, onDenied, reload } = props;
  const wanted = sections.flatMap((each) => (each === undefined ? [] : [each.documentId]));
  const { states, signedOut, denied } = useHeldDocuments(plan.id, wanted, connected);
  const [typed, setTyped] = useState<{ documentId: string; state: SaveState }>();
  const onState = useCallback(
    (documentId: string, state: SaveState) => setTyped({ documentId, state }),
    [],
  );
  const summary = useSummary(plan, gone, states, typed);
  const openIds = [...states.keys()].join(' ');
  const open = useMemo(() => new Set(openIds === '' ? [] : openIds.split(' ')), [openIds]);
  useLeaveWarning(summary.kind === 'unsaved' && summary.count > 0);
  useEffect(() => {
    if (signedOut) {
      onDenied();
    }
  }, [signedOut, onDenied]);
  useDenied(plan, denied, reload);
  useLocalCopies(plan, props.user.memberId, connected);
  return { open, summary, onState };
}

/// A text that may not be seen although the plan shows it: the plan is old. A section that a newer
/// plan shows again is asked for again, without anybody doing something.
function useDenied(plan: Plan, denied: readonly string[], reload: () => void): void {
  const key = denied.join(' ');
  useEffect(() => {
    if (key !== '') {
      reload();
    }
  }, [key, reload]);
  const before = useRef(plan);
  useEffect(() => {
    const was = before.current;
    before.current = plan;
    const known = new Set(was.sections.map(({ documentId }) => documentId));
    for (const { documentId } of plan.sections) {
      if (!known.has(documentId)) {
        currentConnection()?.find(documentId)?.askIfDenied();
      }
    }
  }, [plan]);
}

/// What this browser keeps of a plan goes with the right to see it, also of sections that nobody
/// opens any more.
function useLocalCopies(plan: Plan, memberId: string, connected: boolean): void {
  const key = plan.sections.map(({ documentId }) => documentId).join(' ');
  useEffect(() => {
    if (connected && key !== '') {
      // Without storage there is no copy.
      forgetCopiesOutside(memberId, plan.id, new Set(key.split(' '))).catch(() => {});
    }
  }, [memberId, plan.id, key, connected]);
}

function OutlineButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('plan');
  return (
    <Button kind="secondary" icon="outline" className="bt-tablet-outline" onClick={onClick}>
      {t('outline.label')}
    </Button>
  );
}

function Drawer({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation('plan');
  return (
    <Dialog kind="drawer" title={t('outline.label')} closeLabel={t('close')} onClose={onClose}>
      {children}
    </Dialog>
  );
}

function SectionMissing() {
  const { t } = useTranslation('plan');
  return (
    <div className="bt-page">
      <Heading level={1} size={2}>
        {t('plan.sectionMissing')}
      </Heading>
      <p className="bt-lead">{t('plan.sectionMissingDetail')}</p>
    </div>
  );
}

/// Joins what is known of all held documents with what the editor says of its own, which comes
/// first and is newer.
function useSummary(
  plan: Plan,
  gone: Section | undefined,
  held: ReadonlyMap<string, SaveState>,
  typed: { documentId: string; state: SaveState } | undefined,
) {
  return useMemo(() => {
    const all: SectionSaving[] = [];
    for (const section of gone ? [...plan.sections, gone] : plan.sections) {
      const state =
        held.get(section.documentId) ??
        (typed?.documentId === section.documentId ? typed.state : undefined);
      if (state !== undefined) {
        all.push({ section: nameOf(section), state });
      }
    }
    return summaryOf(all);
  }, [plan, gone, held, typed]);
}

/// Lets the browser ask before a window with unsaved words is closed.
function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) {
      return;
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

interface BarProps {
  plan: Plan;
  around: { before: Section | undefined; after: Section | undefined };
  onOutline: () => void;
}

function Bar({ plan, around, onOutline }: BarProps) {
  const { t } = useTranslation('plan');
  return (
    <>
      <Step plan={plan} to={around.before} word={t('steps.before')} />
      <Button kind="subtle" icon="outline" className="bt-bar__item" onClick={onOutline}>
        {t('outline.short')}
      </Button>
      <Step plan={plan} to={around.after} word={t('steps.after')} />
    </>
  );
}

function Step({ plan, to, word }: { plan: Plan; to: Section | undefined; word: string }) {
  return to === undefined ? (
    <span className="bt-bar__item" />
  ) : (
    <Link className="bt-bar__item bt-bar__link" to={pathOf(plan.id, to.key)}>
      <span>{word}</span>
      <span className="bt-bar__where">{to.number === '' ? to.title : to.number}</span>
    </Link>
  );
}
