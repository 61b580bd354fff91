import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { VersionsPage, versionsPathOf } from '../../history';
import { OutlinePage, pathOf } from '../../plan';
import { Icon } from '../../ui';
import { InPlan, type PlanScreenProps } from './InPlan';

/// The ways from a plan's outline to its other pages, in their order.
export function planWays(planId: string, onLeave: () => void): ReactNode {
  return <Ways planId={planId} onLeave={onLeave} />;
}

function Ways({ planId, onLeave }: { planId: string; onLeave: () => void }) {
  const { t } = useTranslation('history');
  return (
    <Link className="bt-outline__way" to={versionsPathOf(planId)} onClick={onLeave}>
      <Icon name="versions" />
      {t('page.way')}
    </Link>
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
