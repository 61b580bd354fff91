import '../interviews.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useLoaded } from '../../api';
import { usePlanEvents } from '../../collab';
import { Alert, Button, Heading, Icon, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { changeInterview, fetchInterview, fetchTable } from '../api';
import { draftOf } from '../draft';
import type { Table, WholeInterview } from '../model';
import { interviewsPathOf } from '../paths';
import { useInterviewsWords } from '../words';
import { Acts } from './Acts';
import { Facts } from './Facts';
import { Failure } from './Failure';
import { FiguresPart } from './FiguresPick';
import { InterviewForm } from './InterviewForm';
import { InvitationPart } from './InvitationPart';
import { RespondentPart } from './RespondentPart';
import { StateSign } from './StateSign';
import { TopicsPart } from './TopicsPart';

export interface InterviewPageProps {
  plan: { id: string; title: string };
  interviewId: string;
  /// True once the plan can be followed live.
  connected: boolean;
  /// The way to the screen of the talk.
  talk: ReactNode;
  /// The way to what comes after the talk.
  afterwards: ReactNode;
}

/// One interview: what is settled about it, and what can be done now.
export function InterviewPage(props: InterviewPageProps) {
  const { plan, interviewId, connected, talk, afterwards } = props;
  const { t } = useInterviewsWords();
  const { state, again } = useLoaded(interviewId, fetchInterview);
  const { state: table, again: tableAgain } = useLoaded(plan.id, fetchTable);
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (kind === 'interviews-changed' || kind === 'joined') {
      again();
    }
  });
  const name = state.kind === 'loaded' ? state.value.organisation : '';
  useTitle(name === '' ? t('list.tab', { plan: plan.title }) : t('one.tab', { name }));
  return (
    <div className="bt-page bt-interviews">
      <Link className="nl-link bt-link bt-interviews__back" to={interviewsPathOf(plan.id)}>
        <Icon name="back" />
        {t('one.toList')}
      </Link>
      {state.kind === 'failed' && state.error.status === 404 ? <Gone /> : null}
      {state.kind === 'failed' && state.error.status !== 404 ? (
        <Failure error={state.error} again={again} />
      ) : null}
      {table.kind === 'failed' ? <Failure error={table.error} again={tableAgain} /> : null}
      {state.kind === 'loaded' && table.kind === 'loaded' ? (
        <One
          interview={state.value}
          table={table.value}
          again={again}
          talk={talk}
          afterwards={afterwards}
        />
      ) : null}
      {state.kind === 'loading' ? <Skeleton label={t('one.loading')} lines={8} /> : null}
    </div>
  );
}

function Gone() {
  const { t } = useInterviewsWords();
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  return (
    <>
      <Heading level={1} size={2} ref={heading}>
        {t('one.gone')}
      </Heading>
      <p className="bt-lead">{t('one.goneText')}</p>
    </>
  );
}

interface OneProps {
  interview: WholeInterview;
  table: Table;
  again: () => void;
  talk: ReactNode;
  afterwards: ReactNode;
}

function One({ interview, table, again, talk, afterwards }: OneProps) {
  const { t } = useInterviewsWords();
  // As it was when the change began: what others save meanwhile is not overwritten.
  const [changing, setChanging] = useState<WholeInterview>();
  const [saved, setSaved] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current && changing === undefined) {
      opener.current?.focus();
    }
    opened.current = changing !== undefined;
  }, [changing]);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const kind = table.kinds.find(({ id }) => id === interview.partnerKind)?.label;
  const over = interview.state === 'erased';
  return (
    <>
      <div className="bt-interviews__head">
        <Heading level={1} size={2} ref={heading}>
          {t('one.title', { name: interview.organisation })}
        </Heading>
        <StateSign state={interview.state} />
      </div>
      {changing !== undefined ? (
        <InterviewForm
          planId={interview.plan}
          title={t('one.change')}
          table={table}
          start={draftOf(changing, table)}
          kept={changing.list}
          mayName={interview.core}
          mayList={interview.state === 'planned'}
          send={t('form.save')}
          onSend={async (wish) => {
            await changeInterview(changing, wish);
            setChanging(undefined);
            setSaved(true);
            again();
          }}
          onCancel={() => setChanging(undefined)}
        />
      ) : (
        <>
          {over ? null : <div>{talk}</div>}
          <Acts interview={interview} again={again} />
          {over ? (
            <Alert kind="info">
              <p>{t('one.erased')}</p>
            </Alert>
          ) : null}
          <Facts interview={interview} kind={kind ?? interview.partnerKind} />
          <FiguresPart planId={interview.plan} chosen={interview.figures} />
          <p className="bt-interviews__said" role="status">
            {saved ? t('form.saved') : null}
          </p>
          {over ? null : (
            <div>
              <Button
                ref={opener}
                onClick={() => {
                  setSaved(false);
                  setChanging(interview);
                }}
              >
                {t('one.change')}
              </Button>
            </div>
          )}
          {interview.state === 'planned' || interview.state === 'running' ? (
            <InvitationPart interview={interview} again={again} />
          ) : null}
          {over ? null : <RespondentPart interview={interview} again={again} />}
          {afterwards}
          <TopicsPart interview={interview} />
        </>
      )}
    </>
  );
}
