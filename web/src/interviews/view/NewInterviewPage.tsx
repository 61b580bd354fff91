import '../interviews.css';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useLoaded } from '../../api';
import { Heading, Icon, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { fetchTable, planInterview } from '../api';
import { newDraft } from '../draft';
import { interviewsPathOf } from '../paths';
import { useInterviewsWords } from '../words';
import { Failure } from './Failure';
import { InterviewForm } from './InterviewForm';

export interface NewInterviewPageProps {
  plan: { id: string; title: string };
  memberId: string;
}

/// Plans an interview.
export function NewInterviewPage({ plan, memberId }: NewInterviewPageProps) {
  const { t } = useInterviewsWords();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const { state: table, again } = useLoaded(plan.id, fetchTable);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('make.tab', { plan: plan.title }));
  const about = { partner: query.get('partner') ?? '', kind: query.get('kind') ?? '' };
  return (
    <div className="bt-page bt-page--narrow bt-interviews">
      <Link className="nl-link bt-link bt-interviews__back" to={interviewsPathOf(plan.id)}>
        <Icon name="back" />
        {t('one.toList')}
      </Link>
      <Heading level={1} size={2} ref={heading}>
        {t('make.title')}
      </Heading>
      {table.kind === 'loading' ? <Skeleton label={t('form.loading')} lines={8} /> : null}
      {table.kind === 'failed' ? <Failure error={table.error} again={again} /> : null}
      {table.kind === 'loaded' ? (
        <InterviewForm
          planId={plan.id}
          title={t('make.form')}
          table={table.value}
          start={newDraft(memberId, about)}
          kept={undefined}
          mayName
          mayList
          send={t('make.send')}
          onSend={async (wish) => {
            const made = await planInterview(plan.id, wish);
            await navigate(interviewsPathOf(plan.id, made.id));
          }}
          onCancel={() => void navigate(interviewsPathOf(plan.id))}
        />
      ) : null}
    </div>
  );
}
