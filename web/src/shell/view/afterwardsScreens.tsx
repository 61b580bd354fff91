import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { AfterwardsPage, OwnSummaryPage } from '../../afterwards';
import { Skeleton } from '../../ui';
import { Frame } from './Frame';
import { InPlan, type PlanScreenProps } from './InPlan';

/// What comes after one talk.
export function AfterwardsScreen({ session, expired }: PlanScreenProps) {
  const { planId = '', interviewId = '' } = useParams();
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected }) => (
        <AfterwardsPage
          plan={plan}
          interviewId={interviewId}
          interviewPath={`/plannen/${planId}/interviews/${interviewId}`}
          connected={connected}
        />
      )}
    </InPlan>
  );
}

/// Behind the link that whoever was spoken with was sent. They need no account.
export function OwnSummaryScreen() {
  const { t } = useTranslation('shell');
  const { hash } = useLocation();
  return (
    <Frame>
      <Suspense fallback={<Skeleton label={t('loading')} />}>
        <OwnSummaryPage hash={hash} />
      </Suspense>
    </Frame>
  );
}
