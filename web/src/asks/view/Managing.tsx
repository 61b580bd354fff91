import { useState } from 'react';
import { Link } from 'react-router';
import { useSending } from '../../api';
import { Button, Heading, Icon, PartnerMark, TextField } from '../../ui';
import { changeAsk, remind } from '../api';
import { type Ask, type Partner, type Question, sectionName } from '../model';
import { dispositionsPathOf } from '../paths';
import { useAsksWords } from '../words';
import { verdictIcons } from './AnswerCard';
import { Failure } from './Failure';
import { Progress } from './Progress';

interface ManagingProps {
  ask: Ask;
  onChanged: (ask: Ask) => void;
}

/// Who has answered, and what who coordinates can do about it.
export function Managing({ ask, onChanged }: ManagingProps) {
  const { t, when } = useAsksWords();
  const [due, setDue] = useState(ask.due);
  const [said, setSaid] = useState('');
  const { busy, failure, send, settle } = useSending();
  const closed = ask.closedAt !== undefined;
  const answered = ask.questions.filter(({ answer }) => answer !== undefined).length;
  const counts = { answered, asked: ask.questions.length };
  const run = async (deed: () => Promise<Ask>, words: string) => {
    setSaid('');
    const done = await send(async () => onChanged(await deed()));
    if (done) {
      settle();
      setSaid(words);
    }
  };
  return (
    <section className="bt-asks__part">
      <Heading level={2} size={3}>
        {t('ask.overview')}
      </Heading>
      <p>
        <Progress {...counts} text={t('ask.progress', counts)} />
      </p>
      <ul className="bt-asks__partners">
        {byPartner(ask.questions).map(([partner, questions]) => (
          <li key={partner.id}>
            <PartnerAnswers ask={ask} partner={partner} questions={questions} />
          </li>
        ))}
      </ul>
      <div className="bt-asks__manage">
        {closed || answered === ask.questions.length ? null : (
          <Button busy={busy} onClick={() => void run(() => remind(ask.id), t('ask.reminded'))}>
            {t('ask.remind')}
          </Button>
        )}
        <Button
          busy={busy}
          onClick={() =>
            void run(
              () => changeAsk(ask.id, ask.due, !closed),
              t(closed ? 'ask.reopened' : 'ask.closed'),
            )
          }
        >
          {t(closed ? 'ask.reopen' : 'ask.close')}
        </Button>
      </div>
      {ask.remindedAt === undefined ? null : (
        <p className="bt-asks__sub">{t('ask.remindedAt', { when: when(ask.remindedAt) })}</p>
      )}
      {closed ? null : (
        <div className="bt-asks__date">
          <TextField label={t('ask.due')} type="date" value={due} onChange={setDue} />
          <Button
            busy={busy}
            onClick={() => void run(() => changeAsk(ask.id, due, closed), t('ask.dueChanged'))}
          >
            {t('ask.dueSave')}
          </Button>
        </div>
      )}
      <p role="status">{said}</p>
      <Failure error={failure} />
      <Link className="nl-link bt-link bt-asks__back" to={dispositionsPathOf(ask.plan.id)}>
        {t('ask.dispositions')}
      </Link>
    </section>
  );
}

function byPartner(questions: readonly Question[]): readonly [Partner, readonly Question[]][] {
  const groups = new Map<string, [Partner, Question[]]>();
  for (const question of questions) {
    if (question.partner !== undefined) {
      const { id } = question.partner;
      const [partner, own] = groups.get(id) ?? [question.partner, []];
      groups.set(id, [partner, [...own, question]]);
    }
  }
  return [...groups.values()];
}

interface PartnerAnswersProps {
  ask: Ask;
  partner: Partner;
  questions: readonly Question[];
}

function PartnerAnswers({ ask, partner, questions }: PartnerAnswersProps) {
  const { t } = useAsksWords();
  const answered = questions.filter(({ answer }) => answer !== undefined).length;
  const counts = { answered, asked: questions.length };
  return (
    <details className="bt-asks__partnerAnswers">
      <summary>
        <PartnerMark badge={partner.badge} colour={partner.colour} size="small" />
        <span className="bt-asks__name">{partner.name}</span>
        <Progress
          {...counts}
          text={answered === questions.length ? t('ask.allIn') : t('ask.progress', counts)}
        />
      </summary>
      <ul className="bt-asks__answers">
        {questions.map((question) => (
          <PartnerAnswer key={question.id} ask={ask} question={question} />
        ))}
      </ul>
    </details>
  );
}

function PartnerAnswer({ ask, question }: { ask: Ask; question: Question }) {
  const { t, when, who } = useAsksWords();
  const section = ask.sections.find(({ id }) => id === question.section);
  const { answer } = question;
  return (
    <li className="bt-asks__answerOf">
      <span className="bt-asks__section">{section === undefined ? '' : sectionName(section)}</span>
      {answer === undefined ? (
        <span className="bt-asks__sub">{t('ask.waiting')}</span>
      ) : (
        <div className="bt-asks__given">
          <p className="bt-asks__verdict">
            <Icon name={verdictIcons[answer.verdict]} />
            {t(`verdict.${answer.verdict}`)}
            {answer.late ? <span className="bt-asks__tag">{t('ask.late')}</span> : null}
          </p>
          {answer.text === '' ? null : (
            <p className="bt-asks__text" lang="nl">
              {answer.text}
            </p>
          )}
          <p className="bt-asks__sub">
            {t('ask.by', { who: who(answer.by), when: when(answer.at) })}
          </p>
        </div>
      )}
    </li>
  );
}
