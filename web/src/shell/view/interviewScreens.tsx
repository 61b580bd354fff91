import { useParams } from 'react-router';
import { AfterwardsWay } from '../../afterwards';
import { InterviewPage, InterviewsPage, NewInterviewPage } from '../../interviews';
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
  const { interviewId = '' } = useParams();
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected }) => (
        <InterviewPage
          plan={plan}
          interviewId={interviewId}
          connected={connected}
          afterwards={<AfterwardsWay planId={plan.id} interviewId={interviewId} />}
        />
      )}
    </InPlan>
  );
}
