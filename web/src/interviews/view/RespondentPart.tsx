import { useEffect, useRef, useState } from 'react';
import { useSending } from '../../api';
import { Button, Form, Heading, TextField } from '../../ui';
import { nameRespondent } from '../api';
import type { WholeInterview } from '../model';
import { useInterviewsWords } from '../words';
import { Failure } from './Failure';

interface RespondentPartProps {
  interview: WholeInterview;
  again: () => void;
}

/// The person, only where that is needed: kept apart, and erased first.
export function RespondentPart({ interview, again }: RespondentPartProps) {
  const { t } = useInterviewsWords();
  const { respondent } = interview;
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current && !open) {
      opener.current?.focus();
    }
    opened.current = open;
  }, [open]);
  const named = respondent.name !== '' || respondent.email !== '';
  return (
    <section className="bt-interviews__part">
      <Heading level={2} size={3}>
        {t('respondent.title')}
      </Heading>
      <p>{t(named ? 'respondent.apart' : 'respondent.nobody')}</p>
      {open ? (
        <Naming
          interview={interview}
          onDone={() => {
            setOpen(false);
            again();
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <>
          {named ? (
            <p className="bt-interviews__respondent">
              {[respondent.name, respondent.email].filter((each) => each !== '').join(', ')}
            </p>
          ) : null}
          <div>
            <Button ref={opener} onClick={() => setOpen(true)}>
              {t(named ? 'respondent.change' : 'respondent.add')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

interface NamingProps {
  interview: WholeInterview;
  onDone: () => void;
  onCancel: () => void;
}

function Naming({ interview, onDone, onCancel }: NamingProps) {
  const { t } = useInterviewsWords();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  // What the words here began with: what others save meanwhile is not overwritten.
  const [base] = useState(interview);
  const [name, setName] = useState(base.respondent.name);
  const [email, setEmail] = useState(base.respondent.email);
  const { busy, failure, send } = useSending();
  return (
    <Form
      busy={busy}
      card
      onSubmit={async () => {
        if (await send(async () => void (await nameRespondent(base, { name, email })))) {
          onDone();
        }
      }}
    >
      <TextField
        ref={first}
        label={t('respondent.name')}
        value={name}
        maxLength={100}
        onChange={setName}
      />
      <TextField
        label={t('respondent.email')}
        description={t('respondent.emailHint')}
        type="email"
        value={email}
        maxLength={254}
        onChange={setEmail}
      />
      <Failure error={failure} />
      <div className="bt-form__acts">
        <Button kind="primary" type="submit" busy={busy}>
          {t('form.save')}
        </Button>
        <Button kind="subtle" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      </div>
    </Form>
  );
}
