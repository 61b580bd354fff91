import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError, useSending } from '../../api';
import { Alert, Button, Heading } from '../../ui';
import { fillsInPasskeys, getPasskey, hasPasskeys, isLeft } from '../passkeys';
import {
  beginAtProvider,
  fetchPasskeyQuestion,
  fetchProviders,
  type ProviderEntry,
  signInByPasskey,
} from '../waysIn';
import { failureText } from './failure';

/// Ways in without a password: a passkey, by its button or among the addresses that the browser
/// fills in, and the identity providers of the municipalities here.
export function OtherWays({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const { t } = useTranslation('identity');
  const [problem, setProblem] = useState('');
  const asking = useRef<AbortController | undefined>(undefined);
  const signedIn = useRef(onSignedIn);
  signedIn.current = onSignedIn;

  const ask = useCallback(
    async (quietly: boolean) => {
      asking.current?.abort();
      const mine = new AbortController();
      asking.current = mine;
      setProblem('');
      try {
        const credential = await getPasskey(await fetchPasskeyQuestion(), mine.signal, quietly);
        await signInByPasskey(credential);
        await signedIn.current();
      } catch (cause) {
        if (!mine.signal.aborted && !(quietly && isLeft(cause))) {
          setProblem(isLeft(cause) ? t('ways.passkey.left') : failureText(t, asApiError(cause)));
        }
      }
    },
    [t],
  );

  useEffect(() => {
    let wanted = true;
    void fillsInPasskeys().then((can) => {
      if (can && wanted) {
        void ask(true);
      }
    });
    return () => {
      wanted = false;
      asking.current?.abort();
    };
  }, [ask]);

  return (
    <>
      {problem === '' ? null : (
        <Alert kind="error" title={t('ways.passkey.failed')} urgent>
          <p>{problem}</p>
        </Alert>
      )}
      {hasPasskeys() ? (
        <Button icon="fixed" onClick={() => void ask(false)}>
          {t('ways.passkey.button')}
        </Button>
      ) : null}
      <Providers />
    </>
  );
}

function Providers() {
  const { t } = useTranslation('identity');
  const [providers, setProviders] = useState<readonly ProviderEntry[]>([]);
  const { busy, failure, send } = useSending();
  const [chosen, setChosen] = useState('');
  useEffect(() => {
    let wanted = true;
    void fetchProviders().then((found) => {
      if (wanted) {
        setProviders(found);
      }
    });
    return () => {
      wanted = false;
    };
  }, []);
  if (providers.length === 0) {
    return null;
  }
  return (
    <section className="bt-ways" aria-labelledby="bt-ways-title">
      <Heading level={2} size={4} id="bt-ways-title">
        {t('ways.provider.title')}
      </Heading>
      {failure ? (
        <Alert kind="error" title={t('ways.provider.failed', { name: chosen })} urgent>
          <p>{failureText(t, failure)}</p>
        </Alert>
      ) : null}
      {providers.map((provider) => (
        <Button
          key={provider.id}
          busy={busy}
          onClick={() => {
            setChosen(provider.name);
            void send(async () => {
              window.location.assign(await beginAtProvider(provider.id));
            });
          }}
        >
          {t('ways.provider.button', {
            name: provider.name,
            municipality: provider.municipality,
          })}
        </Button>
      ))}
    </section>
  );
}

const explained = ['refused', 'state', 'address', 'assurance'] as const;

/// Why a provider did not bring the user in, by the word in the address.
export function ProviderRefused({ fault }: { fault: string }) {
  const { t } = useTranslation('identity');
  const known = explained.find((each) => each === fault);
  // The word is put into the address by anybody: only ours are shown.
  const word = /^[a-z-]{1,30}$/.test(fault) ? fault : '';
  return (
    <Alert kind="error" title={t('ways.provider.refusedTitle')} urgent>
      <p>
        {known === undefined
          ? t('ways.provider.refused.wrong', { fault: word })
          : t(`ways.provider.refused.${known}`)}
      </p>
    </Alert>
  );
}
