import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AfterwardsWay } from '../../afterwards';
import { InterviewPage, InterviewsPage, NewInterviewPage } from '../../interviews';
import { talkPathOf } from '../../talk';
import { InPlan, type PlanScreenProps } from './InPlan';

/// Who was spoken with about a plan, and who was not yet.
export function InterviewsScreen({ session, expired }: PlanScreenProps) {
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected }) => <InterviewsPage plan={plan} connected={connected} />}
    </InPlan>
  );
}

/// Plans an interview.
export function NewInterviewScreen({ session, expired }: PlanScreenProps) {
  return (
    <InPlan session={session} expired={expired}>
      {({ plan }) => <NewInterviewPage plan={plan} memberId={session.member.id} />}
    </InPlan>
  );
}

/// One interview, before and after the talk.
export function InterviewScreen({ session, expired }: PlanScreenProps) {
  const { planId = '', interviewId = '' } = useParams();
  const { t } = useTranslation('talk');
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected }) => (
        <InterviewPage
          plan={plan}
          interviewId={interviewId}
          connected={connected}
          talk={
            <Link
              className="nl-button nl-button--primary bt-button"
              to={talkPathOf(planId, interviewId)}
            >
              {t('way')}
            </Link>
          }
          afterwards={<AfterwardsWay planId={plan.id} interviewId={interviewId} />}
        />
      )}
    </InPlan>
  );
}
