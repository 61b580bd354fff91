import '../interviews.css';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLoaded } from '../../api';
import { usePlanEvents } from '../../collab';
import {
  Choices,
  Heading,
  Icon,
  PartnerMark,
  Skeleton,
  useFocusOnArrival,
  useTitle,
} from '../../ui';
import { fetchInterviews, fetchTable } from '../api';
import {
  byKind,
  type Interview,
  type InterviewList,
  type KindLine,
  type Progress,
  type Table,
  tally,
} from '../model';
import { interviewsPathOf, newInterviewPathOf } from '../paths';
import { useInterviewsWords } from '../words';
import { CoreTeamPart } from './CoreTeamPart';
import { Failure } from './Failure';
import { ProgressSign, StateSign } from './StateSign';

export interface InterviewsPageProps {
  plan: { id: string; title: string };
  /// True once the plan can be followed live.
  connected: boolean;
}

/// Who was spoken with, and who was not yet, by kind of partner.
export function InterviewsPage({ plan, connected }: InterviewsPageProps) {
  const { t } = useInterviewsWords();
  const { state, again } = useLoaded(plan.id, fetchInterviews);
  const { state: table, again: tableAgain } = useLoaded(plan.id, fetchTable);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('list.tab', { plan: plan.title }));
  const [turn, setTurn] = useState(0);
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (kind === 'interviews-changed' || kind === 'joined' || kind === 'roles-changed') {
      again();
      setTurn((before) => before + 1);
    }
  });
  const core = state.kind === 'loaded' && state.value.core;
  return (
    <div className="bt-page bt-interviews">
      <div className="bt-page__head">
        <Heading level={1} size={2} ref={heading}>
          {t('list.title')}
        </Heading>
        {core ? (
          <Link className="nl-button nl-button--primary bt-button" to={newInterviewPathOf(plan.id)}>
            <span className="nl-button__icon-start">
              <Icon name="plus" />
            </span>
            <span className="nl-button__label">{t('list.make')}</span>
          </Link>
        ) : null}
      </div>
      {state.kind === 'failed' ? (
        <Failure error={state.error} title={t('list.failed')} again={again} />
      ) : null}
      {table.kind === 'failed' ? (
        <Failure error={table.error} title={t('list.failed')} again={tableAgain} />
      ) : null}
      {state.kind === 'loaded' && table.kind === 'loaded' ? (
        <Overview planId={plan.id} list={state.value} table={table.value} />
      ) : null}
      {state.kind === 'loading' || table.kind === 'loading' ? (
        <Skeleton label={t('list.loading')} lines={8} />
      ) : null}
      <CoreTeamPart planId={plan.id} turn={turn} />
    </div>
  );
}

interface OverviewProps {
  planId: string;
  list: InterviewList;
  table: Table;
}

function Overview({ planId, list, table }: OverviewProps) {
  const { t } = useInterviewsWords();
  const [shown, setShown] = useState<Progress | 'all'>('all');
  const lines = byKind(table, list.items);
  if (!list.core) {
    const mine = lines.filter(({ interviews }) => interviews.length > 0);
    return (
      <>
        <p className="bt-lead">{t(mine.length === 0 ? 'list.none' : 'list.mine')}</p>
        <Kinds planId={planId} lines={mine} plans={false} />
      </>
    );
  }
  const counts = tally(lines);
  return (
    <>
      <p className="bt-lead">{t('list.lead')}</p>
      <Choices
        legend={t('list.show')}
        items={[
          { value: 'all', label: t('list.all', { count: lines.length }) },
          { value: 'spoken', label: t('list.spoken', { count: counts.spoken }) },
          { value: 'planned', label: t('list.planned', { count: counts.planned }) },
          { value: 'open', label: t('list.open', { count: counts.open }) },
        ]}
        value={shown}
        onChoose={setShown}
      />
      <Kinds
        planId={planId}
        lines={lines.filter(({ progress }) => shown === 'all' || progress === shown)}
        plans
      />
    </>
  );
}

interface KindsProps {
  planId: string;
  lines: readonly KindLine[];
  /// Offers to plan more.
  plans: boolean;
}

function Kinds({ planId, lines, plans }: KindsProps) {
  const { t } = useInterviewsWords();
  if (lines.length === 0 && plans) {
    return <p className="bt-interviews__empty">{t('list.noneLike')}</p>;
  }
  const full = lines.filter((line) => !isBlank(line));
  const blank = lines.filter(isBlank);
  return (
    <>
      {full.map((line) => (
        <Kind key={line.id} planId={planId} line={line} plans={plans} />
      ))}
      {plans ? <Blank planId={planId} lines={blank} /> : null}
    </>
  );
}

/// Nobody of that kind is at the table, or was spoken with.
function isBlank({ interviews, waiting }: KindLine): boolean {
  return interviews.length === 0 && waiting.length === 0;
}

interface KindProps {
  planId: string;
  line: KindLine;
  plans: boolean;
}

function Kind({ planId, line, plans }: KindProps) {
  return (
    <section className="bt-interviews__kind">
      <div className="bt-interviews__kindHead">
        <Heading level={2} size={4}>
          {line.label}
        </Heading>
        {plans ? <ProgressSign progress={line.progress} /> : null}
      </div>
      {line.interviews.length === 0 ? null : (
        <ul className="bt-interviews__list">
          {line.interviews.map((interview) => (
            <li key={interview.id}>
              <Card interview={interview} />
            </li>
          ))}
        </ul>
      )}
      {plans ? <Waiting planId={planId} line={line} /> : null}
    </section>
  );
}

/// The kinds that nobody is known of yet, each with the way to plan a talk.
function Blank({ planId, lines }: { planId: string; lines: readonly KindLine[] }) {
  const { t } = useInterviewsWords();
  return lines.length === 0 ? null : (
    <section className="bt-interviews__kind">
      <Heading level={2} size={4}>
        {t('list.blank')}
      </Heading>
      <ul className="bt-interviews__blank">
        {lines.map(({ id, label }) => (
          <li key={id}>
            <span>{label}</span>
            <Link
              className="nl-link bt-link"
              to={newInterviewPathOf(planId, { kind: id })}
              aria-label={t('list.planKind', { kind: label })}
            >
              {t('list.plan')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Card({ interview }: { interview: Interview }) {
  const { t, when, names } = useInterviewsWords();
  const { interviewers, noteTakers } = interview;
  return (
    <Link className="bt-interviews__card" to={interviewsPathOf(interview.plan, interview.id)}>
      <span className="bt-interviews__cardText">
        <span className="bt-interviews__name">
          {interview.organisation}
          {interview.function === '' ? null : (
            <span className="bt-interviews__function">{interview.function}</span>
          )}
        </span>
        <span className="bt-interviews__sub">
          <StateSign state={interview.state} />
          <span>{when(interview)}</span>
        </span>
        {interviewers.length + noteTakers.length === 0 ? null : (
          <span className="bt-interviews__sub">
            {t('list.by', { people: names([...interviewers, ...noteTakers]) })}
          </span>
        )}
      </span>
      <Icon name="forward" />
    </Link>
  );
}

/// Who of this kind was not asked yet, each with the way to plan it.
function Waiting({ planId, line }: { planId: string; line: KindLine }) {
  const { t } = useInterviewsWords();
  return line.waiting.length === 0 ? null : (
    <ul className="bt-interviews__list">
      {line.waiting.map(({ id, name, badge, colour }) => (
        <li key={id} className="bt-interviews__waiting">
          <PartnerMark badge={badge} colour={colour} size="small" />
          <span>{name}</span>
          <Link
            className="nl-link bt-link"
            to={newInterviewPathOf(planId, { partner: id })}
            aria-label={t('list.planWith', { partner: name })}
          >
            {t('list.plan')}
          </Link>
        </li>
      ))}
    </ul>
  );
}
