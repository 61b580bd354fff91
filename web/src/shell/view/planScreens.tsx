import type { ReactNode } from 'react';
import { OutlinePage } from '../../plan';
import { InPlan, type PlanScreenProps } from './InPlan';

/// The ways from a plan's outline to its other pages, in their order.
export function planWays(_planId: string, _onLeave: () => void): ReactNode {
  return null;
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
