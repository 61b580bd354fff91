import '../afterwards.css';
import { useState } from 'react';
import { useLoaded, useSending } from '../../api';
import {
  Alert,
  Button,
  Checkbox,
  Form,
  Heading,
  LongField,
  RadioGroup,
  Skeleton,
  useTitle,
} from '../../ui';
import { answerOwnSummary, readOwnSummary } from '../api';
import type { OwnSummary, Reply } from '../model';
import { type AfterwardsWords, useAfterwardsWords } from '../words';
import { Failure } from './Failure';

const remarkMax = 4000;

function tokenOf(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';
}

/// Behind the personal link that whoever was spoken with was sent: their summary, and nothing else.
export function OwnSummaryPage({ hash }: { hash: string }) {
  const { t } = useAfterwardsWords();
  const token = tokenOf(hash);
  useTitle(t('own.tab'));
  const { state } = useLoaded(token, readOwnSummary);
  const [answered, setAnswered] = useState<OwnSummary>();
  if (state.kind === 'loading') {
    return (
      <div className="bt-page bt-page--narrow">
        <Skeleton label={t('own.loading')} lines={8} />
      </div>
    );
  }
  if (state.kind === 'failed') {
    return (
      <div className="bt-page bt-page--narrow bt-afterwards">
        <Heading level={1} size={2}>
          {t('own.goneTitle')}
        </Heading>
        {state.error.type === 'link-not-valid' ? (
          <p className="bt-lead">{t('own.gone')}</p>
        ) : (
          <Failure error={state.error} />
        )}
      </div>
    );
  }
  return <Own token={token} own={answered ?? state.value} onAnswered={setAnswered} />;
}

interface OwnProps {
  token: string;
  own: OwnSummary;
  onAnswered: (own: OwnSummary) => void;
}

function Own({ token, own, onAnswered }: OwnProps) {
  const words = useAfterwardsWords();
  const { t, date } = words;
  const [thanks, setThanks] = useState(false);
  const { municipality, plan, heldAt, basis, correctUntil } = own;
  return (
    <div className="bt-page bt-page--narrow bt-afterwards">
      <header className="bt-afterwards__head">
        <Heading level={1} size={2}>
          {t('own.title')}
        </Heading>
        <p className="bt-lead">
          {heldAt === undefined
            ? t('own.fromUndated', { municipality, plan })
            : t('own.from', { municipality, plan, date: date(heldAt) })}
        </p>
      </header>
      <section className="bt-afterwards__part">
        <Heading level={2} size={3}>
          {t('own.text')}
        </Heading>
        <ol className="bt-afterwards__paragraphs" lang="nl">
          {own.paragraphs.map((paragraph, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
            <li key={at}>{paragraph}</li>
          ))}
        </ol>
      </section>
      <section className="bt-afterwards__part">
        <Heading level={2} size={3}>
          {t('own.yours')}
        </Heading>
        {own.mayCorrect && correctUntil !== undefined ? (
          <p>{t('own.until', { date: date(correctUntil) })}</p>
        ) : (
          <p>{t('own.late')}</p>
        )}
        <Answered own={own} words={words} thanks={thanks} />
        {own.mayCorrect ? (
          <AnswerForm
            token={token}
            own={own}
            onAnswered={(next) => {
              setThanks(true);
              onAnswered(next);
            }}
          />
        ) : null}
      </section>
      {basis === undefined ? null : (
        <section className="bt-afterwards__part">
          <Heading level={2} size={3}>
            {t('own.why')}
          </Heading>
          <p lang="nl">{basis.text}</p>
        </section>
      )}
      <section className="bt-afterwards__part">
        <Heading level={2} size={3}>
          {t('own.keeping')}
        </Heading>
        <dl className="bt-afterwards__corrections">
          {own.days.map(({ kept, days }) => (
            <div key={kept}>
              <dt>{t(`retention.kept.${kept}`)}</dt>
              <dd>{t('own.days', { count: days })}</dd>
            </div>
          ))}
        </dl>
        <p>{t('own.withdraw')}</p>
      </section>
    </div>
  );
}

function Answered({
  own,
  words: { t, date },
  thanks,
}: {
  own: OwnSummary;
  words: AfterwardsWords;
  thanks: boolean;
}) {
  if (own.answer === undefined) {
    return null;
  }
  return (
    <Alert kind="ok" urgent={thanks}>
      <p>{thanks ? t('own.thanks') : t('own.answered', { date: date(own.answer.at) })}</p>
      {own.mayCorrect ? <p>{t('own.again')}</p> : null}
    </Alert>
  );
}

type Choice = 'right' | 'wrong' | '';

function choiceOf(answer: Reply | undefined): Choice {
  return answer === undefined ? '' : answer.agrees ? 'right' : 'wrong';
}

function AnswerForm({ token, own, onAnswered }: OwnProps) {
  const { t } = useAfterwardsWords();
  const [choice, setChoice] = useState<Choice>(choiceOf(own.answer));
  const [corrections, setCorrections] = useState<readonly (string | undefined)[]>(() =>
    own.paragraphs.map((_, at) => own.answer?.corrections[at] || undefined),
  );
  const [remark, setRemark] = useState(own.answer?.remark ?? '');
  const [tried, setTried] = useState(false);
  const { busy, failure, send, settle } = useSending();
  const wrong = choice === 'wrong';
  const words = wrong && [remark, ...corrections].some((text) => (text ?? '').trim() !== '');
  const set = (at: number, text: string | undefined) =>
    setCorrections(corrections.map((before, place) => (place === at ? text : before)));
  const submit = async () => {
    setTried(true);
    if (choice === '' || (wrong && !words)) {
      return;
    }
    await send(async () => {
      const given = wrong ? corrections.map((text) => text ?? '') : [];
      onAnswered(await answerOwnSummary(token, !wrong, remark, given));
      settle();
    });
  };
  return (
    <Form busy={busy} onSubmit={submit} card>
      <RadioGroup<Choice>
        legend={t('own.question')}
        choices={[
          { value: 'right', label: t('own.right') },
          { value: 'wrong', label: t('own.wrong') },
        ]}
        value={choice}
        onChange={setChoice}
      />
      {wrong
        ? own.paragraphs.map((paragraph, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
            <div key={at} className="bt-afterwards__correct">
              <Checkbox
                label={t('own.correct', { number: at + 1 })}
                description={paragraph}
                checked={corrections[at] !== undefined}
                onChange={(on) => set(at, on ? '' : undefined)}
              />
              {corrections[at] === undefined ? null : (
                <LongField
                  label={t('own.correction', { number: at + 1 })}
                  maxLength={remarkMax}
                  value={corrections[at]}
                  onChange={(text) => set(at, text)}
                />
              )}
            </div>
          ))
        : null}
      <LongField
        label={t('own.remark')}
        description={t('own.remarkHint')}
        maxLength={remarkMax}
        value={remark}
        onChange={setRemark}
      />
      {tried && choice === '' ? <Need text={t('own.need')} /> : null}
      {tried && wrong && !words ? <Need text={t('own.needWords')} /> : null}
      <Failure error={failure} />
      <div className="bt-form__acts">
        <Button kind="primary" type="submit" busy={busy}>
          {t('own.send')}
        </Button>
      </div>
    </Form>
  );
}

function Need({ text }: { text: string }) {
  return (
    <p className="bt-field__error" role="alert">
      {text}
    </p>
  );
}
