import '../asks.css';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useLoaded } from '../../api';
import { usePlanEvents } from '../../collab';
import { Alert, Heading, PartnerMark, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { fetchAsk } from '../api';
import type { Ask } from '../model';
import { asksPathOf } from '../paths';
import { useAsksWords } from '../words';
import { AnswerCard } from './AnswerCard';
import type { AsksPlan } from './AsksPage';
import { Managing } from './Managing';
import { Progress } from './Progress';

export interface AskPageProps {
  plan: AsksPlan;
  askId: string;
  memberId: string;
  /// True once the plan can be followed live.
  connected: boolean;
  /// The address of one of the plan's sections.
  pathOf: (key: string) => string;
  rolesInWords: (roles: readonly string[]) => string;
}

/// One ask: my organisation answers here, and who coordinates sees who has.
export function AskPage(props: AskPageProps) {
  const { plan, askId, connected } = props;
  const { t } = useAsksWords();
  const { state, again } = useLoaded(askId, fetchAsk);
  const [answered, setAnswered] = useState<Ask>();
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (kind === 'asks-changed' || kind === 'joined' || kind === 'roles-changed') {
      again();
    }
  });
  useEffect(() => {
    // What was asked of the server anew is newer than the last answer to a deed.
    if (state.kind === 'loaded') {
      setAnswered(undefined);
    }
  }, [state]);
  const ask = state.kind === 'loaded' ? (answered ?? state.value) : undefined;
  useTitle(t('ask.tab', { title: ask?.title ?? t('list.title'), plan: plan.title }));
  if (state.kind === 'failed') {
    return (
      <div className="bt-page bt-page--narrow">
        <Heading level={1} size={2}>
          {t('ask.gone')}
        </Heading>
        <Alert kind="warning" urgent>
          <p>{t('ask.goneText')}</p>
        </Alert>
        <Link className="nl-link bt-link" to={asksPathOf(plan.id)}>
          {t('ask.toList')}
        </Link>
      </div>
    );
  }
  return (
    <div className="bt-page bt-asks">
      {ask === undefined ? (
        <Skeleton label={t('ask.loading')} lines={8} />
      ) : (
        <Content {...props} ask={ask} onChanged={setAnswered} />
      )}
    </div>
  );
}

interface ContentProps extends AskPageProps {
  ask: Ask;
  onChanged: (ask: Ask) => void;
}

function Content(props: ContentProps) {
  const { ask, plan } = props;
  const { t, when, day, who } = useAsksWords();
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const sent = useLocation().state === 'sent';
  const closed = ask.closedAt !== undefined;
  return (
    <>
      <header className="bt-asks__head">
        <Link className="nl-link bt-link bt-asks__back" to={asksPathOf(plan.id)}>
          {t('ask.toList')}
        </Link>
        <Heading level={1} size={2} ref={heading}>
          {ask.title}
        </Heading>
        <p className="bt-asks__from">
          {ask.by === undefined ? null : (
            <PartnerMark badge={ask.by.partner.badge} colour={ask.by.partner.colour} size="small" />
          )}
          {t('ask.from', { who: who(ask.by), when: when(ask.at) })}
        </p>
        <p className="bt-asks__due">
          {ask.closedAt === undefined
            ? t(ask.over ? 'list.over' : 'list.due', { day: day(ask.due) })
            : t('list.closedAt', { day: day(ask.closedAt) })}
        </p>
      </header>
      {sent ? (
        <Alert kind="ok" urgent>
          <p>{t('make.sent')}</p>
        </Alert>
      ) : null}
      <div className="bt-asks__letter" lang="nl">
        {ask.letter}
      </div>
      <Mine {...props} closed={closed} />
      {ask.mayManage ? <Managing key={ask.id} {...props} /> : null}
    </>
  );
}

/// The questions to my organisation, each with its answer.
function Mine(props: ContentProps & { closed: boolean }) {
  const { ask, closed } = props;
  const { t } = useAsksWords();
  const mine = ask.questions.filter((each) => each.mine);
  if (mine.length === 0) {
    return null;
  }
  const answered = mine.filter(({ answer }) => answer !== undefined).length;
  const counts = { answered, asked: mine.length };
  return (
    <section className="bt-asks__part">
      <Heading level={2} size={3}>
        {t('ask.yours')}
      </Heading>
      <p role="status">
        <Progress
          {...counts}
          text={answered === mine.length && !closed ? t('ask.done') : t('ask.progressMine', counts)}
        />
      </p>
      {closed ? <p>{t('ask.closedText')}</p> : null}
      {ask.over && !closed && answered < mine.length ? <p>{t('ask.lateText')}</p> : null}
      <ul className="bt-asks__list">
        {mine.map((question) => {
          const section = ask.sections.find(({ id }) => id === question.section);
          return section === undefined ? null : (
            <li key={question.id}>
              <AnswerCard {...props} question={question} section={section} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
