import { Link } from 'react-router';
import { useAfterwardsWords } from '../words';

/// The way from an interview to what comes after the talk.
export function AfterwardsWay({ planId, interviewId }: { planId: string; interviewId: string }) {
  const { t } = useAfterwardsWords();
  return (
    <p>
      <Link className="nl-link bt-link" to={`/plannen/${planId}/interviews/${interviewId}/daarna`}>
        {t('way')}
      </Link>
    </p>
  );
}
