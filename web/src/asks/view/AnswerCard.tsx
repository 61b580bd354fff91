import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useSending } from '../../api';
import { Button, Heading, Icon, type IconName, LongField } from '../../ui';
import { giveAnswer } from '../api';
import { keepDraft, readDraft } from '../drafts';
import {
  type Ask,
  type Question,
  type SectionName,
  sectionName,
  type Verdict,
  verdicts,
} from '../model';
import { useAsksWords } from '../words';
import type { AskPageProps } from './AskPage';
import { Failure } from './Failure';

/// A sign beside the words, so that no answer is told by its colour.
export const verdictIcons: Readonly<Record<Verdict, IconName>> = {
  agree: 'agreed',
  remarks: 'comment',
  objection: 'unsaved',
  'not-ours': 'hidden',
};

interface AnswerCardProps extends AskPageProps {
  ask: Ask;
  question: Question;
  section: SectionName;
  closed: boolean;
  onChanged: (ask: Ask) => void;
}

/// One section on which my organisation is asked: what it is, where to read it, and the answer.
export function AnswerCard(props: AnswerCardProps) {
  const { ask, question, section, closed, plan, pathOf, rolesInWords } = props;
  const { t } = useAsksWords();
  const [changing, setChanging] = useState(false);
  const name = sectionName(section);
  const roles = plan.sections.find(({ id }) => id === section.id)?.roles ?? [];
  const { answer } = question;
  return (
    <article className="bt-asks__question" aria-label={name}>
      <div className="bt-asks__about">
        <Heading level={3} size={4}>
          {name}
        </Heading>
        <p className="bt-asks__sub">
          {roles.length === 0 ? t('ask.noRole') : t('ask.role', { roles: rolesInWords(roles) })}
        </p>
        <Link
          className="nl-link bt-link bt-asks__read"
          to={`${pathOf(section.key)}?uitvraag=${ask.id}`}
          aria-label={t('ask.readLabel', { section: name })}
        >
          {t('ask.read')}
        </Link>
      </div>
      {answer !== undefined && !changing ? (
        <Given {...props} name={name} onChange={() => setChanging(true)} />
      ) : closed ? (
        <p>{t('ask.waiting')}</p>
      ) : (
        <Giving {...props} name={name} changing={changing} onDone={() => setChanging(false)} />
      )}
    </article>
  );
}

interface GivenProps extends AnswerCardProps {
  name: string;
  onChange: () => void;
}

function Given({ question, closed, name, onChange }: GivenProps) {
  const { t, when, who } = useAsksWords();
  const { answer } = question;
  if (answer === undefined) {
    return null;
  }
  return (
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
      <p className="bt-asks__sub">{t('ask.by', { who: who(answer.by), when: when(answer.at) })}</p>
      {closed ? null : (
        <Button kind="subtle" icon="draft" onClick={onChange}>
          <span aria-hidden="true">{t('ask.change')}</span>
          <span className="bt-hidden">{t('ask.changeLabel', { section: name })}</span>
        </Button>
      )}
    </div>
  );
}

interface GivingProps extends AnswerCardProps {
  name: string;
  changing: boolean;
  onDone: () => void;
}

/// Four buttons; those that need words ask for them.
function Giving(props: GivingProps) {
  const { ask, question, section, memberId, name, changing, onDone, onChanged } = props;
  const { t } = useAsksWords();
  const place = `${ask.id}/${section.id}`;
  const [begun, setBegun] = useState<Verdict | undefined>(() => {
    const draft = readDraft(memberId, place);
    return draft === undefined ? undefined : draft.verdict;
  });
  const [text, setText] = useState(
    () => readDraft(memberId, place)?.text ?? question.answer?.text ?? '',
  );
  const [tried, setTried] = useState(false);
  const { busy, failure, send, settle } = useSending();
  const field = useRef<HTMLTextAreaElement>(null);
  const choices = useRef<HTMLFieldSetElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current && begun !== undefined) {
      field.current?.focus();
    }
  }, [begun]);
  useEffect(() => {
    if (changing) {
      choices.current?.querySelector('button')?.focus();
    }
  }, [changing]);
  const give = async (verdict: Verdict, words: string) => {
    const sent = await send(async () => {
      const left = await giveAnswer(ask.id, section.id, verdict, words);
      keepDraft(memberId, place, undefined);
      onDone();
      onChanged(left);
    });
    if (sent) {
      settle();
    }
  };
  const choose = (verdict: Verdict) => {
    if (verdict === 'agree' || verdict === 'not-ours') {
      void give(verdict, '');
    } else {
      asked.current = true;
      setBegun(verdict);
    }
  };
  const finish = () => {
    setTried(true);
    if (text.trim() === '') {
      field.current?.focus();
    } else if (begun !== undefined) {
      void give(begun, text);
    }
  };
  return (
    <div className="bt-asks__giving">
      <fieldset ref={choices} className="bt-asks__choices">
        <legend className="bt-hidden">{t('ask.question', { section: name })}</legend>
        {verdicts.map((verdict) => (
          <button
            key={verdict}
            type="button"
            className="bt-asks__answer"
            aria-pressed={begun === verdict}
            aria-disabled={busy || undefined}
            onClick={() => (busy ? undefined : choose(verdict))}
          >
            <Icon name={verdictIcons[verdict]} />
            {t(`verdict.${verdict}`)}
          </button>
        ))}
      </fieldset>
      {begun === undefined ? null : (
        <div className="bt-asks__words">
          <LongField
            maxLength={5000}
            ref={field}
            label={t(begun === 'objection' ? 'ask.objectionText' : 'ask.remarksText')}
            value={text}
            error={tried && text.trim() === '' ? t('ask.empty') : ''}
            onChange={(value) => {
              setText(value);
              keepDraft(memberId, place, { verdict: begun, text: value });
            }}
          />
          <div className="bt-form__acts">
            <Button kind="primary" busy={busy} onClick={finish}>
              {t('ask.send')}
            </Button>
            <Button
              kind="subtle"
              onClick={() => {
                keepDraft(memberId, place, undefined);
                setBegun(undefined);
                onDone();
                requestAnimationFrame(() => choices.current?.querySelector('button')?.focus());
              }}
            >
              {t('ask.cancel')}
            </Button>
          </div>
        </div>
      )}
      {changing && begun === undefined ? (
        <div>
          <Button kind="subtle" onClick={onDone}>
            {t('ask.cancel')}
          </Button>
        </div>
      ) : null}
      <Failure error={failure} />
    </div>
  );
}
