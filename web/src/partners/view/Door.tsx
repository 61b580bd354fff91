import '../partners.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../api';
import { Alert, Heading, Skeleton } from '../../ui';
import type { Offer } from '../model';
import { Failure } from './Failure';

/// The card behind a link in a mail.
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="bt-door">
      <section className="bt-door__card">
        <Heading level={1} size={2}>
          {title}
        </Heading>
        {children}
      </section>
    </div>
  );
}

export interface OfferedProps {
  /// The link's secret; empty where the link is not whole.
  token: string;
  look: (token: string) => Promise<Offer>;
  title: (offer: Offer | undefined) => string;
  children: (offer: Offer) => ReactNode;
  signIn: ReactNode;
}

/// Looks at what a link offers, which uses nothing up, and shows it or says why it is no more.
export function Offered({ token, look, title, children, signIn }: OfferedProps) {
  const { t } = useTranslation('partners');
  if (token === '') {
    return (
      <Door title={title(undefined)}>
        <Alert kind="warning" title={t('door.gone')}>
          <p>{t('door.incomplete')}</p>
        </Alert>
        {signIn}
      </Door>
    );
  }
  return (
    <Looked token={token} look={look} title={title} signIn={signIn}>
      {children}
    </Looked>
  );
}

function Looked({ token, look, title, children, signIn }: OfferedProps) {
  const { t } = useTranslation('partners');
  const { state, again } = useLoaded(token, look);
  const offer = state.kind === 'loaded' ? state.value : undefined;
  return (
    <Door title={title(offer)}>
      {state.kind === 'loading' ? <Skeleton label={t('loading')} /> : null}
      {state.kind === 'failed' ? (
        <>
          <Failure
            failure={state.error}
            onAgain={state.error.kind === 'refused' ? undefined : again}
          />
          {signIn}
        </>
      ) : null}
      {offer === undefined ? null : children(offer)}
    </Door>
  );
}
