import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoaded } from '../../api';
import { fetchPlan, pathOf, seenPlan } from '../../plan';
import { useLiveText } from '../liveText';
import { presenceOf } from '../presence';
import { Frame } from './Frame';
import { type PlanScreenProps, Waiting } from './InPlan';
import { NotFoundScreen } from './NotFoundScreen';

const LiveTalk = lazy(async () => ({ default: (await import('./LiveTalk')).LiveTalk }));

/// The screen of a talk: its questions take the place of the plan's outline.
export function TalkScreen({ session, expired }: PlanScreenProps) {
  const { t } = useTranslation('shell');
  const { planId = '', interviewId = '' } = useParams();
  const user = useMemo(() => presenceOf(session), [session]);
  const connected = useLiveText(user, expired);
  const { state } = useLoaded(planId, fetchPlan);
  const plan = state.kind === 'loaded' ? state.value : seenPlan(planId);
  const plans = { name: t('header.plans'), path: '/plannen' };
  if (plan === undefined) {
    return state.kind === 'failed' ? <NotFoundScreen /> : <Waiting crumbs={[plans]} />;
  }
  const crumbs = [plans, { name: plan.title, path: pathOf(plan.id) }];
  const interviewPath = `/plannen/${planId}/interviews/${interviewId}`;
  return (
    <Suspense fallback={<Waiting crumbs={crumbs} />}>
      <LiveTalk
        planId={planId}
        interviewId={interviewId}
        user={user}
        connected={connected}
        interviewPath={interviewPath}
        frame={({ sheet, ...parts }) => (
          <Frame crumbs={crumbs} plan={plan} {...parts}>
            {sheet}
          </Frame>
        )}
      />
    </Suspense>
  );
}
