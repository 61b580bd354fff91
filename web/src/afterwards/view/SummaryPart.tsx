import { useEffect, useRef, useState } from 'react';
import { useSending } from '../../api';
import { type PersonalWarning, personalIn } from '../../privacy';
import { Alert, Button, Form, Heading, LongField } from '../../ui';
import { sendSummary, withdrawSummary, writeSummary } from '../api';
import { type Afterwards, type Summary, textOfParagraphs } from '../model';
import { useAfterwardsWords } from '../words';
import type { PartProps } from './BasisPart';
import { Failure } from './Failure';
import { ReplyCard } from './ReplyCard';
import { Warnings } from './Warnings';

const textMax = 20_000;

type Deed = 'saved' | 'justSent' | 'withdrawn';

/// What goes back to whoever was spoken with, and what they say of it.
export function SummaryPart(props: PartProps) {
  const { t } = useAfterwardsWords();
  const { summary } = props.now;
  const [writing, setWriting] = useState(summary === undefined);
  const [deed, setDeed] = useState<Deed>();
  const done = (what: Deed) => (now: Afterwards) => {
    setWriting(false);
    setDeed(what);
    props.onChanged(now);
  };
  const open = summary === undefined || writing;
  return (
    <section className="bt-afterwards__part" aria-labelledby="bt-afterwards-summary">
      <Heading level={2} size={3} id="bt-afterwards-summary">
        {t('summary.title')}
      </Heading>
      <p>{t('summary.lead')}</p>
      {open ? (
        <SummaryForm {...props} onSaved={done('saved')} onCancel={() => setWriting(false)} />
      ) : (
        <Written
          {...props}
          summary={summary}
          onWrite={() => setWriting(true)}
          onSent={done('justSent')}
          onWithdrawn={done('withdrawn')}
        />
      )}
      <p role="status">{deed !== undefined && !open ? t(`summary.${deed}`) : ''}</p>
      {summary === undefined || open ? null : <ReplyCard summary={summary} />}
    </section>
  );
}

interface SummaryFormProps extends PartProps {
  onSaved: (now: Afterwards) => void;
  onCancel: () => void;
}

function SummaryForm({ interviewId, now, onSaved, onCancel }: SummaryFormProps) {
  const { t } = useAfterwardsWords();
  const { summary, notes } = now;
  // The version that the text on the screen is based on, whatever came since.
  const [base] = useState(summary?.version ?? 0);
  const [text, setText] = useState(() => textOfParagraphs(summary?.paragraphs ?? []));
  const [tried, setTried] = useState(false);
  const { busy, failure, send, settle } = useSending();
  const field = useRef<HTMLTextAreaElement>(null);
  const empty = text.trim() === '';
  const submit = async () => {
    setTried(true);
    if (empty) {
      field.current?.focus();
      return;
    }
    await send(async () => {
      onSaved(await writeSummary(interviewId, base, text));
      settle();
    });
  };
  return (
    <Form busy={busy} onSubmit={submit}>
      {summary?.sentAt === undefined ? null : <p>{t('summary.changeWarns')}</p>}
      {notes.length === 0 || !empty ? null : (
        <div className="bt-afterwards__start">
          <Button
            onClick={() => {
              setText(textOfParagraphs(notes.map((note) => note.text)));
              field.current?.focus();
            }}
          >
            {t('summary.start')}
          </Button>
          <p className="bt-afterwards__sub">{t('summary.startHint')}</p>
        </div>
      )}
      <LongField
        ref={field}
        label={t('summary.text')}
        description={t('summary.textHint')}
        rows={12}
        maxLength={textMax}
        value={text}
        error={tried && empty ? t('summary.empty') : ''}
        onChange={setText}
      />
      <Warnings warnings={personalIn(text)} />
      <Failure error={failure} />
      <div className="bt-form__acts">
        <Button kind="primary" type="submit" busy={busy}>
          {t('summary.save')}
        </Button>
        {summary === undefined ? null : (
          <Button kind="subtle" onClick={onCancel}>
            {t('summary.cancel')}
          </Button>
        )}
      </div>
    </Form>
  );
}

interface WrittenProps extends PartProps {
  summary: Summary;
  onWrite: () => void;
  onSent: (now: Afterwards) => void;
  onWithdrawn: (now: Afterwards) => void;
}

/// The summary as it is, and where it went.
function Written({ interviewId, now, summary, onWrite, onSent, onWithdrawn }: WrittenProps) {
  const { t, date } = useAfterwardsWords();
  const { busy, failure, send, settle } = useSending();
  const [warnings, setWarnings] = useState<readonly PersonalWarning[]>([]);
  const warned = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (warnings.length > 0) {
      warned.current?.focus();
    }
  }, [warnings]);
  const give = async () => {
    setWarnings([]);
    await send(async () => {
      onSent(await sendSummary(interviewId, summary.version));
      settle();
    });
  };
  const look = async () => {
    const found = personalIn(textOfParagraphs(summary.paragraphs));
    if (found.length === 0) {
      await give();
    } else {
      setWarnings(found);
    }
  };
  const withdraw = async () => {
    await send(async () => {
      onWithdrawn(await withdrawSummary(interviewId));
      settle();
    });
  };
  const { sentAt, correctUntil } = summary;
  const missing =
    now.basis === undefined ? t('summary.noBasis') : now.canSend ? '' : t('summary.noAddress');
  return (
    <>
      <div className="bt-afterwards__said" lang="nl">
        {summary.paragraphs.map((paragraph, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
          <p key={at}>{paragraph}</p>
        ))}
      </div>
      <p className="bt-afterwards__strong">
        {sentAt === undefined || correctUntil === undefined
          ? t('summary.notSent')
          : t('summary.sent', { date: date(sentAt), until: date(correctUntil) })}
      </p>
      {missing === '' ? null : (
        <Alert kind="info">
          <p>{missing}</p>
        </Alert>
      )}
      <Warnings ref={warned} warnings={warnings} />
      <Failure error={failure} />
      <div className="bt-form__acts">
        {missing !== '' ? null : warnings.length > 0 ? (
          <Button kind="primary" busy={busy} onClick={() => void give()}>
            {t('warnings.anyway')}
          </Button>
        ) : (
          <Button
            kind={sentAt === undefined ? 'primary' : 'secondary'}
            busy={busy}
            onClick={() => void look()}
          >
            {sentAt === undefined ? t('summary.send') : t('summary.sendAgain')}
          </Button>
        )}
        <Button onClick={onWrite}>
          {warnings.length > 0 ? t('warnings.back') : t('summary.edit')}
        </Button>
        {sentAt === undefined ? null : (
          <Button kind="subtle" busy={busy} onClick={() => void withdraw()}>
            {t('summary.withdraw')}
          </Button>
        )}
      </div>
    </>
  );
}
