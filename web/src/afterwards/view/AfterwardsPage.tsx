import '../afterwards.css';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useLoaded } from '../../api';
import { usePlanEvents } from '../../collab';
import { Alert, Heading, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { fetchAfterwards } from '../api';
import { type Afterwards, isErased } from '../model';
import { useAfterwardsWords } from '../words';
import { BasisPart } from './BasisPart';
import { Failure } from './Failure';
import { RetentionPart } from './RetentionPart';
import { SummaryPart } from './SummaryPart';

export interface AfterwardsPageProps {
  plan: { id: string; title: string };
  interviewId: string;
  /// The address of the interview itself.
  interviewPath: string;
  /// True once the plan can be followed live.
  connected: boolean;
}

/// What comes after one talk: its basis, its summary, its erasure.
export function AfterwardsPage(props: AfterwardsPageProps) {
  const { plan, interviewId, interviewPath, connected } = props;
  const { t } = useAfterwardsWords();
  const { state, again } = useLoaded(interviewId, fetchAfterwards);
  const [changed, setChanged] = useState<Afterwards>();
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (kind === 'interviews-changed' || kind === 'joined') {
      again();
    }
  });
  useEffect(() => {
    // What was asked of the server anew is newer than the last answer to a deed.
    if (state.kind === 'loaded') {
      setChanged(undefined);
    }
  }, [state]);
  const now = state.kind === 'loaded' ? (changed ?? state.value) : undefined;
  useTitle(t('tab', { plan: plan.title }));
  const heading = useFocusOnArrival<HTMLHeadingElement>(now !== undefined);
  return (
    <div className="bt-page bt-afterwards">
      <header className="bt-afterwards__head">
        <Link className="nl-link bt-link" to={interviewPath}>
          {t('back')}
        </Link>
        <Heading level={1} size={2} ref={heading}>
          {t('title')}
        </Heading>
        <p className="bt-lead">{t('lead')}</p>
      </header>
      {state.kind === 'failed' ? <Refused error={state.error} /> : null}
      {state.kind === 'loading' ? <Skeleton label={t('loading')} lines={8} /> : null}
      {now === undefined ? null : <Parts {...props} now={now} onChanged={setChanged} />}
    </div>
  );
}

function Refused({ error }: { error: Parameters<typeof Failure>[0]['error'] }) {
  const { t } = useAfterwardsWords();
  return error?.status === 404 ? (
    <Alert kind="warning" urgent>
      <p>{t('gone')}</p>
    </Alert>
  ) : (
    <Failure error={error} />
  );
}

interface PartsProps extends AfterwardsPageProps {
  now: Afterwards;
  onChanged: (now: Afterwards) => void;
}

function Parts({ interviewId, now, onChanged }: PartsProps) {
  const { t } = useAfterwardsWords();
  const summaryGone = now.retention.some(
    ({ kept, erasedAt }) => kept === 'summary' && erasedAt !== undefined,
  );
  return (
    <>
      {isErased(now.retention) ? (
        <Alert kind="info">
          <p>{t('erased')}</p>
        </Alert>
      ) : null}
      <BasisPart interviewId={interviewId} now={now} onChanged={onChanged} />
      {summaryGone ? null : (
        <SummaryPart interviewId={interviewId} now={now} onChanged={onChanged} />
      )}
      <RetentionPart interviewId={interviewId} now={now} onChanged={onChanged} />
    </>
  );
}
