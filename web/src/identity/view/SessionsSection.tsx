import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError, useLoaded } from '../../api';
import { Alert, Button, Heading } from '../../ui';
import { endOtherSessions, endSession, fetchSessions, type OwnSession } from '../waysIn';
import { failureText } from './failure';
import { momentText } from './moment';

/// Where one is signed in, and ending that from here.
export function SessionsSection({ onSaid }: { onSaid: (said: string) => void }) {
  const { t } = useTranslation('identity');
  const { state, again } = useLoaded('sessions', fetchSessions);
  const [problem, setProblem] = useState('');
  const act = async (deed: () => Promise<void>, said: string) => {
    setProblem('');
    try {
      await deed();
      onSaid(said);
    } catch (cause) {
      setProblem(failureText(t, asApiError(cause)));
    }
    again();
  };
  const sessions = state.kind === 'loaded' ? state.value : [];
  const failed = state.kind === 'failed' ? failureText(t, state.error) : problem;
  return (
    <section className="bt-way" aria-labelledby="bt-sessions-title">
      <Heading level={2} size={3} id="bt-sessions-title">
        {t('ways.sessions.title')}
      </Heading>
      <p>{t('ways.sessions.lead')}</p>
      {failed === '' ? null : (
        <Alert kind="error" title={t('ways.security.failed')} urgent>
          <p>{failed}</p>
        </Alert>
      )}
      <ul className="bt-rows">
        {sessions.map((session) => (
          <Row
            key={session.id}
            session={session}
            onEnd={() => void act(() => endSession(session.id), t('ways.sessions.ended'))}
          />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div>
          <Button onClick={() => void act(endOtherSessions, t('ways.sessions.othersEnded'))}>
            {t('ways.sessions.endOthers')}
          </Button>
        </div>
      ) : (
        <p>{t('ways.sessions.only')}</p>
      )}
    </section>
  );
}

function Row({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const { t, i18n } = useTranslation('identity');
  const browser = session.browser === '' ? t('ways.sessions.unknown') : session.browser;
  const started = t('ways.sessions.started', {
    date: momentText(session.startedAt, i18n.language),
  });
  const seen = t('ways.sessions.seen', { date: momentText(session.seenAt, i18n.language) });
  const kind = t(`ways.sessions.kind.${session.kind}`);
  return (
    <li className="bt-way__row">
      <span className="bt-way__what">
        <strong>{session.current ? `${browser} (${t('ways.sessions.current')})` : browser}</strong>
        <span>{`${started} ${kind}, ${seen}`}</span>
      </span>
      {session.current ? null : (
        <Button icon="close" iconOnly onClick={onEnd}>
          {t('ways.sessions.end', { browser })}
        </Button>
      )}
    </li>
  );
}
