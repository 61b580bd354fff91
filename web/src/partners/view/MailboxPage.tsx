import '../partners.css';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../api';
import { Button, Heading, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { fetchMails } from '../api';
import { linesOf, type Mail } from '../model';
import { momentOf } from '../when';
import { Failure } from './Failure';

/// The mails of a demonstration, which go nowhere.
export function MailboxPage() {
  const { t } = useTranslation('partners');
  const { state, again } = useLoaded('mailbox', fetchMails);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('mailbox.pageTitle'));
  const absent = state.kind === 'failed' && state.error.status === 404;
  return (
    <div className="bt-page">
      <div className="bt-page__head">
        <Heading level={1} size={2} ref={heading}>
          {t('mailbox.title')}
        </Heading>
        {absent ? null : <Button onClick={again}>{t('mailbox.again')}</Button>}
      </div>
      <p className="bt-lead">{absent ? t('mailbox.missing') : t('mailbox.lead')}</p>
      {state.kind === 'loading' ? <Skeleton label={t('loading')} /> : null}
      {state.kind === 'failed' && !absent ? (
        <Failure failure={state.error} onAgain={again} />
      ) : null}
      {state.kind === 'loaded' && state.value.length === 0 ? <p>{t('mailbox.none')}</p> : null}
      {state.kind === 'loaded' ? (
        <ul className="bt-mails">
          {state.value.map((mail) => (
            <li key={mail.id}>
              <MailCard mail={mail} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function MailCard({ mail }: { mail: Mail }) {
  const { t, i18n } = useTranslation('partners');
  const lines = linesOf(mail.body, window.location.origin);
  return (
    <article className="bt-mail">
      <Heading level={2} size={4}>
        {mail.subject}
      </Heading>
      <p className="bt-subtle">
        {t('mailbox.to', { recipient: mail.recipient })} · {momentOf(mail.at, i18n.language)}
      </p>
      <p className="bt-mail__body">
        {lines.map((line, number) => (
          // The lines of a mail never change their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={number}>
            {line.path === '' ? (
              line.text
            ) : (
              <a className="nl-link bt-link" href={line.path}>
                {line.text}
              </a>
            )}
            {'\n'}
          </span>
        ))}
      </p>
      {mail.calendar === '' ? null : (
        <p>
          <a
            className="nl-link bt-link"
            href={`data:text/calendar;charset=utf-8,${encodeURIComponent(mail.calendar)}`}
            download="afspraak.ics"
          >
            {t('mailbox.calendar')}
          </a>
        </p>
      )}
    </article>
  );
}
