import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AskPage, AsksPage, asksPathOf, DispositionsPage, dispositionsPathOf } from '../../asks';
import { FillInsPage, fillInsPathOf } from '../../fillins';
import { EvidenceNotes, FindingsPage, findingsPathOf } from '../../findings';
import { VersionsPage, versionsPathOf } from '../../history';
import { interviewsPathOf } from '../../interviews';
import {
  OutlinePage,
  OverviewPage,
  overviewPathOf,
  pathOf,
  ReadingPage,
  readingPathOf,
} from '../../plan';
import { figuresPathOf, topicListsPathOf } from '../../topics';
import { Icon, type IconName } from '../../ui';
import { useRolesInWords } from '../useRolesInWords';
import { InPlan, type PlanScreenProps } from './InPlan';

/// The ways from a plan's outline to its other pages, in their order.
export function planWays(planId: string, onLeave: () => void): ReactNode {
  return <Ways planId={planId} onLeave={onLeave} />;
}

function Ways({ planId, onLeave }: { planId: string; onLeave: () => void }) {
  const { t: plan } = useTranslation('plan');
  const { t: fillIns } = useTranslation('fillins');
  const { t: history } = useTranslation('history');
  const { t: asks } = useTranslation('asks');
  const { t: interviews } = useTranslation('interviews');
  const { t: topics } = useTranslation('topics');
  const { t: findings } = useTranslation('findings');
  const ways: readonly { to: string; icon: IconName; words: string }[] = [
    { to: overviewPathOf(planId), icon: 'overview', words: plan('overview.open') },
    { to: readingPathOf(planId), icon: 'read', words: plan('reading.wayIn') },
    { to: fillInsPathOf(planId), icon: 'fillIn', words: fillIns('page.way') },
    { to: versionsPathOf(planId), icon: 'versions', words: history('page.way') },
    { to: asksPathOf(planId), icon: 'asks', words: asks('ways.asks') },
    { to: interviewsPathOf(planId), icon: 'partners', words: interviews('way') },
    { to: topicListsPathOf(planId), icon: 'outline', words: topics('ways.lists') },
    { to: figuresPathOf(planId), icon: 'figures', words: topics('ways.figures') },
    { to: findingsPathOf(planId), icon: 'evidence', words: findings('way') },
    { to: dispositionsPathOf(planId), icon: 'dispositions', words: asks('ways.dispositions') },
  ];
  return ways.map(({ to, icon, words }) => (
    <Link key={to} className="bt-outline__way" to={to} onClick={onLeave}>
      <Icon name={icon} />
      {words}
    </Link>
  ));
}

export function OverviewScreen({ session, expired }: PlanScreenProps) {
  const rolesInWords = useRolesInWords();
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected }) => (
        <OverviewPage plan={plan} connected={connected} rolesInWords={rolesInWords} />
      )}
    </InPlan>
  );
}

export function ReadingScreen({ session, expired }: PlanScreenProps) {
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected }) => (
        <EvidenceNotes planId={plan.id} connected={connected}>
          {(noteOf) => <ReadingPage plan={plan} connected={connected} evidenceNote={noteOf} />}
        </EvidenceNotes>
      )}
    </InPlan>
  );
}

/// What interviews taught.
export function FindingsScreen({ session, expired }: PlanScreenProps) {
  const { planId = '', view } = useParams();
  const sectionPath = useCallback((key: string) => pathOf(planId, key), [planId]);
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected }) => (
        <FindingsPage plan={plan} connected={connected} view={view} pathOf={sectionPath} />
      )}
    </InPlan>
  );
}

export function OutlineScreen({ session, expired }: PlanScreenProps) {
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected, again }) => (
        <OutlinePage plan={plan} connected={connected} onPlanChanged={again} />
      )}
    </InPlan>
  );
}

/// The versions of a plan, and what changed between two moments of a section.
export function VersionsScreen({ session, expired }: PlanScreenProps) {
  const { planId = '' } = useParams();
  const sectionPath = useCallback((key?: string) => pathOf(planId, key), [planId]);
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected }) => (
        <VersionsPage plan={plan} connected={connected} pathOf={sectionPath} />
      )}
    </InPlan>
  );
}

/// What partners were asked about a plan.
export function AsksScreen({ session, expired }: PlanScreenProps) {
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected }) => (
        <AsksPage plan={plan} ownPartner={session.partner.id} connected={connected} />
      )}
    </InPlan>
  );
}

/// One ask, to answer or to follow.
export function AskScreen({ session, expired }: PlanScreenProps) {
  const { planId = '', askId = '' } = useParams();
  const sectionPath = useCallback((key: string) => pathOf(planId, key), [planId]);
  const rolesInWords = useRolesInWords();
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected }) => (
        <AskPage
          plan={plan}
          askId={askId}
          memberId={session.member.id}
          connected={connected}
          pathOf={sectionPath}
          rolesInWords={rolesInWords}
        />
      )}
    </InPlan>
  );
}

/// What was said about a plan, and what was done with it.
export function DispositionsScreen({ session, expired }: PlanScreenProps) {
  const { planId = '' } = useParams();
  const sectionPath = useCallback((key: string) => pathOf(planId, key), [planId]);
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected }) => (
        <DispositionsPage plan={plan} connected={connected} pathOf={sectionPath} />
      )}
    </InPlan>
  );
}

/// All fill-ins of a plan.
export function FillInsScreen({ session, expired }: PlanScreenProps) {
  const { planId = '' } = useParams();
  const sectionPath = useCallback((key?: string) => pathOf(planId, key), [planId]);
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected }) => (
        <FillInsPage plan={plan} connected={connected} pathOf={sectionPath} />
      )}
    </InPlan>
  );
}
