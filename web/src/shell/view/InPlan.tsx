import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoaded } from '../../api';
import type { Session } from '../../identity';
import { fetchPlan, type Plan, pathOf, seenPlan } from '../../plan';
import { Skeleton } from '../../ui';
import { useLiveText } from '../liveText';
import { presenceOf } from '../presence';
import { Frame } from './Frame';
import type { Crumb } from './Header';
import { NotFoundScreen } from './NotFoundScreen';

export interface PlanScreenProps {
  session: Session;
  expired: boolean;
}

/// What a page about a plan as a whole is given.
export interface PlanPlace {
  plan: Plan;
  /// True once the plan can be followed live.
  connected: boolean;
  /// Asks for the plan again.
  again: () => void;
}

interface InPlanProps extends PlanScreenProps {
  children: (place: PlanPlace) => ReactNode;
}

/// A page about the plan of the address, with its place in the frame.
export function InPlan({ session, expired, children }: InPlanProps) {
  const { t } = useTranslation('shell');
  const { planId = '' } = useParams();
  const connected = useLiveText(presenceOf(session), expired);
  const { state, again } = useLoaded(planId, fetchPlan);
  const plan = state.kind === 'loaded' ? state.value : seenPlan(planId);
  const plans = { name: t('header.plans'), path: '/plannen' };
  if (plan === undefined) {
    return state.kind === 'failed' ? <NotFoundScreen /> : <Waiting crumbs={[plans]} />;
  }
  return (
    <Suspense fallback={<Waiting crumbs={[plans]} />}>
      <Frame crumbs={[plans, { name: plan.title, path: pathOf(plan.id) }]} plan={plan}>
        {children({ plan, connected, again })}
      </Frame>
    </Suspense>
  );
}

export function Waiting({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation('shell');
  return (
    <Frame crumbs={crumbs}>
      <Skeleton label={t('loading')} lines={8} />
    </Frame>
  );
}
