import { useEffect, useRef, useState } from 'react';
import { useSending } from '../../api';
import { Button, Checkbox, Heading, Icon } from '../../ui';
import { calendarPathOf, invite } from '../api';
import type { WholeInterview } from '../model';
import { useInterviewsWords } from '../words';
import { Failure } from './Failure';

interface InvitationPartProps {
  interview: WholeInterview;
  again: () => void;
}

/// Who has the appointment in their calendar, and who is invited next.
export function InvitationPart({ interview, again }: InvitationPartProps) {
  const { t, names } = useInterviewsWords();
  const { busy, failure, send, settle } = useSending();
  const [wanted, setWanted] = useState(true);
  const [said, setSaid] = useState('');
  const { invited, respondent, at } = interview;
  const people = [...interview.interviewers, ...interview.noteTakers];
  const has = people.filter(({ id }) => invited.members.includes(id));
  const waiting = people.filter(({ id }) => !invited.members.includes(id));
  const mayAsk = respondent.email !== '' && !invited.respondent;
  const something = waiting.length > 0 || (mayAsk && wanted);
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => (said === '' ? undefined : status.current?.focus()), [said]);
  const run = async () => {
    const sent = await send(async () => {
      await invite(interview, mayAsk && wanted);
    });
    if (sent) {
      settle();
      setSaid(t('invitation.sent'));
      again();
    }
  };
  return (
    <section className="bt-interviews__part">
      <Heading level={2} size={3}>
        {t('invitation.title')}
      </Heading>
      {at === undefined ? <p>{t('invitation.noDate')}</p> : null}
      {has.length === 0 ? null : <p>{t('invitation.has', { people: names(has) })}</p>}
      {invited.respondent ? <p>{t('invitation.hasRespondent')}</p> : null}
      {at !== undefined && waiting.length > 0 ? (
        <p>{t('invitation.waiting', { people: names(waiting) })}</p>
      ) : null}
      {at !== undefined && (has.length > 0 || invited.respondent) ? (
        <p>{t('invitation.follows')}</p>
      ) : null}
      {at !== undefined && mayAsk ? (
        <Checkbox
          label={t('invitation.respondent')}
          description={respondent.email}
          checked={wanted}
          onChange={setWanted}
        />
      ) : null}
      {at === undefined ? null : (
        <div className="bt-form__acts">
          {something ? (
            <Button icon="asks" busy={busy} onClick={() => void run()}>
              {t('invitation.send')}
            </Button>
          ) : null}
          <a className="nl-link bt-link bt-interviews__back" href={calendarPathOf(interview)}>
            <Icon name="forward" />
            {t('invitation.file')}
          </a>
        </div>
      )}
      <p className="bt-interviews__said" role="status" tabIndex={-1} ref={status}>
        {said === '' ? null : said}
      </p>
      <Failure error={failure} />
    </section>
  );
}
