import '../plan.css';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLoaded } from '../../api';
import type { PresenceUser, SaveState } from '../../collab';
import { Alert, Button, Dialog, Skeleton, useTitle } from '../../ui';
import { fetchPlan, seenPlan } from '../api';
import { nameOf, neighboursOf, type Plan, pathOf, type Section, sectionAt } from '../model';
import { type SectionSaving, summaryOf } from '../saving';
import { useHeldDocuments } from '../useHeldDocuments';
import { AddSection } from './AddSection';
import { failureText } from './failure';
import { Outline } from './Outline';
import { PeopleHere } from './People';
import { SaveSign } from './SaveSign';
import { Sheet } from './Sheet';

/// The places that the shell gives a plan.
export interface PlanFrameParts {
  plan: Plan | undefined;
  /// Who is here and where the words are.
  signs: ReactNode;
  outline: ReactNode;
  /// The bar at the bottom of a phone.
  bar: ReactNode;
  sheet: ReactNode;
}

export interface PlanPageProps {
  planId: string;
  slug: string | undefined;
  user: PresenceUser;
  /// True once documents can be opened.
  connected: boolean;
  /// A document was refused: perhaps the session has ended.
  onDenied: () => void;
  frame: (parts: PlanFrameParts) => ReactNode;
}

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
  const plan = state.kind === 'loaded' ? state.value : seenPlan(props.planId);
  if (plan !== undefined && plan.sections.length > 0) {
    return <OpenPlan {...props} plan={plan} reload={again} />;
  }
  const sheet = (
    <div className="bt-page">
      {state.kind === 'failed' ? (
        <Alert kind="error" title={t('plan.failed')} urgent>
          <p>{failureText(t, state.error)}</p>
          <div className="bt-form__acts">
            <Button onClick={again}>{t('failure.again')}</Button>
            <Link className="nl-link bt-link" to="/plannen">
              {t('plan.toPlans')}
            </Link>
          </div>
        </Alert>
      ) : (
        <Skeleton label={t('plan.loading')} lines={8} />
      )}
    </div>
  );
  return props.frame({ plan, signs: null, outline: null, bar: null, sheet });
}

interface OpenPlanProps extends PlanPageProps {
  plan: Plan;
  reload: () => void;
}

function OpenPlan(props: OpenPlanProps) {
  const { plan, slug, user, connected, onDenied, frame, reload } = props;
  const { t } = useTranslation('plan');
  const navigate = useNavigate();
  const [drawer, setDrawer] = useState(false);
  const section = sectionAt(plan, slug);
  useTitle(
    section === undefined
      ? `${t('plan.sectionMissing')} – ${plan.title}`
      : `${nameOf(section)} – ${plan.title}`,
  );
  const around = section ? neighboursOf(plan, section) : { before: undefined, after: undefined };
  const wanted = [section, around.after, around.before]
    .map((each) => each?.documentId)
    .filter((id) => id !== undefined);
  const { states: held, denied } = useHeldDocuments(wanted, connected);
  useEffect(() => {
    if (denied) {
      onDenied();
    }
  }, [denied, onDenied]);
  const [typed, setTyped] = useState<{ documentId: string; state: SaveState }>();
  const summary = useSummary(plan, held, typed);
  const onState = useCallback(
    (documentId: string, state: SaveState) => setTyped({ documentId, state }),
    [],
  );
  const open = useMemo(() => new Set(held.keys()), [held]);
  const closeDrawer = useCallback(() => setDrawer(false), []);
  const added = (fresh: Section) => {
    reload();
    setDrawer(false);
    void navigate(pathOf(plan.id, fresh.key));
  };
  useLeaveWarning(summary.kind === 'unsaved' && summary.count > 0);
  const outline = (onNavigate?: () => void) => (
    <>
      <Outline
        plan={plan}
        current={section}
        open={open}
        {...(onNavigate === undefined ? {} : { onNavigate })}
      />
      <AddSection planId={plan.id} onAdded={added} />
    </>
  );
  const sheet = (
    <>
      <Button
        kind="secondary"
        icon="outline"
        className="bt-tablet-outline"
        onClick={() => setDrawer(true)}
      >
        {t('outline.label')}
      </Button>
      {section === undefined ? (
        <Alert kind="warning" title={t('plan.sectionMissing')}>
          <p>{t('plan.sectionMissingDetail')}</p>
        </Alert>
      ) : (
        <Sheet
          plan={plan}
          section={section}
          user={user}
          connected={connected}
          onState={onState}
          onOpenSection={(key) => void navigate(pathOf(plan.id, key))}
        />
      )}
      {drawer ? (
        <Dialog
          kind="drawer"
          title={t('outline.label')}
          closeLabel={t('close')}
          onClose={closeDrawer}
        >
          {outline(closeDrawer)}
        </Dialog>
      ) : null}
    </>
  );
  return frame({
    plan,
    outline: outline(),
    sheet,
    signs: (
      <>
        {section ? <PeopleHere documentId={section.documentId} /> : null}
        <SaveSign summary={summary} />
      </>
    ),
    bar: <Bar plan={plan} around={around} onOutline={() => setDrawer(true)} />,
  });
}

/// Joins what is known of all held documents with what the editor says of its own, which comes
/// first and is newer.
function useSummary(
  plan: Plan,
  held: ReadonlyMap<string, SaveState>,
  typed: { documentId: string; state: SaveState } | undefined,
) {
  return useMemo(() => {
    const all: SectionSaving[] = [];
    for (const section of plan.sections) {
      const state =
        held.get(section.documentId) ??
        (typed?.documentId === section.documentId ? typed.state : undefined);
      if (state !== undefined) {
        all.push({ section: nameOf(section), state });
      }
    }
    return summaryOf(all);
  }, [plan, held, typed]);
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
