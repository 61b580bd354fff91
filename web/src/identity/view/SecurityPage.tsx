import '../identity.css';
import '../ways.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError, useLoaded } from '../../api';
import { Alert, Button, Heading, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { type Factors, fetchFactors, renewRecoveryCodes } from '../waysIn';
import { AppSection } from './AppSection';
import { failureText } from './failure';
import { PasskeySection } from './PasskeySection';
import { NewCodes } from './RecoveryCodes';
import { SessionsSection } from './SessionsSection';

export interface SecurityPageProps {
  /// Nothing else works before a second factor is set up.
  due: boolean;
  /// After a change that may have ended that.
  onChanged: () => Promise<void>;
  onSignInAgain: () => void;
}

/// What the sections tell the page: something was done, and these codes are to be shown.
export interface Changes {
  done: (said: string, codes?: readonly string[]) => void;
}

/// One's own second factor, passkeys, recovery codes and sessions.
export function SecurityPage({ due, onChanged, onSignInAgain }: SecurityPageProps) {
  const { t } = useTranslation('identity');
  const { state, again } = useLoaded('factors', fetchFactors);
  const [said, setSaid] = useState('');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const shown = useRef<HTMLDivElement>(null);
  useTitle(t('ways.security.pageTitle'));
  useEffect(() => {
    if (codes.length > 0) {
      shown.current?.scrollIntoView({ block: 'center' });
    }
  }, [codes]);
  const changes: Changes = {
    done: (what, fresh = []) => {
      setSaid(what);
      setCodes((before) => (fresh.length > 0 ? fresh : before));
      again();
      if (fresh.length === 0) {
        void onChanged();
      }
    },
  };
  return (
    <div className="bt-page bt-page--narrow">
      <Heading level={1} size={2} ref={heading}>
        {t('ways.security.title')}
      </Heading>
      <p className="bt-lead">{t('ways.security.lead')}</p>
      <p role="status" className="bt-said">
        {said}
      </p>
      {due && codes.length === 0 ? (
        <Alert kind="warning" title={t('ways.security.dueTitle')}>
          <p>{t('ways.security.due')}</p>
        </Alert>
      ) : null}
      {codes.length > 0 ? (
        <div ref={shown}>
          <NewCodes
            codes={codes}
            onKept={() => {
              setCodes([]);
              void onChanged();
            }}
          />
        </div>
      ) : null}
      {state.kind === 'loading' ? <Skeleton label={t('ways.security.loading')} /> : null}
      {state.kind === 'failed' ? (
        <Alert kind="error" title={t('ways.security.loadFailed')} urgent>
          <p>{failureText(t, state.error)}</p>
        </Alert>
      ) : null}
      {state.kind === 'loaded' ? (
        <>
          {state.value.mayChange ? null : (
            <Alert kind="info" title={t('ways.security.staleTitle')}>
              <p>{t('ways.security.stale')}</p>
              <Button onClick={onSignInAgain}>{t('ways.security.again')}</Button>
            </Alert>
          )}
          <AppSection factors={state.value} changes={changes} />
          <PasskeySection factors={state.value} changes={changes} />
          <RecoverySection factors={state.value} changes={changes} />
        </>
      ) : null}
      {due ? null : <SessionsSection onSaid={setSaid} />}
    </div>
  );
}

function RecoverySection({ factors, changes }: { factors: Factors; changes: Changes }) {
  const { t } = useTranslation('identity');
  const [problem, setProblem] = useState('');
  if (factors.totpSince === '' && factors.passkeys.length === 0) {
    return null;
  }
  const renew = async () => {
    setProblem('');
    try {
      changes.done('', await renewRecoveryCodes());
    } catch (cause) {
      setProblem(failureText(t, asApiError(cause)));
    }
  };
  return (
    <section className="bt-way" aria-labelledby="bt-recovery-title">
      <Heading level={2} size={3} id="bt-recovery-title">
        {t('ways.recovery.title')}
      </Heading>
      <p>{t('ways.recovery.lead')}</p>
      {problem === '' ? null : (
        <Alert kind="error" title={t('ways.security.failed')} urgent>
          <p>{problem}</p>
        </Alert>
      )}
      <p>{t('ways.recovery.left', { count: factors.recoveryCodesLeft })}</p>
      {factors.mayChange ? (
        <div className="bt-way__row">
          <Button onClick={() => void renew()}>{t('ways.recovery.renew')}</Button>
          <span>{t('ways.recovery.renewHint')}</span>
        </div>
      ) : null}
    </section>
  );
}
