import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Form, TextField, useTitle } from '../../ui';
import { acceptInvitation, lookAtInvitation } from '../api';
import { type Offer, PASSWORD_LENGTH_MIN, secretOf } from '../model';
import { Offered } from './Door';
import { Failure } from './Failure';
import { useDeed } from './useDeed';
import { useFields } from './useFields';

export interface DoorPageProps {
  hash: string;
  /// They are in.
  onIn: () => Promise<void>;
  /// The way to signing in, for whose link is no more.
  signIn: ReactNode;
}

/// Behind the link of an invitation: who one is, a password, and in.
export function InvitationPage({ hash, onIn, signIn }: DoorPageProps) {
  const { t } = useTranslation('partners');
  const token = secretOf(hash, 'token');
  useTitle(t('door.invitationPage'));
  return (
    <Offered
      token={token}
      look={lookAtInvitation}
      title={() => t('door.invitationTitle')}
      signIn={signIn}
    >
      {(offer) => <AcceptForm token={token} offer={offer} onIn={onIn} />}
    </Offered>
  );
}

interface AcceptFormProps {
  token: string;
  offer: Offer;
  onIn: () => Promise<void>;
}

function AcceptForm({ token, offer, onIn }: AcceptFormProps) {
  const { t } = useTranslation('partners');
  const { busy, failure, run } = useDeed();
  const fields = useFields(
    { name: 'name', password: 'newPassword' },
    { name: offer.name, password: '' },
    failure,
  );
  const submit = async () => {
    if (fields.ready()) {
      await run(async () => {
        await acceptInvitation(token, fields.values.name, fields.values.password);
        await onIn();
      });
    }
  };
  return (
    <Form busy={busy} onSubmit={submit}>
      <p>
        {t('door.invitationLead', {
          municipality: offer.municipality,
          partner: offer.partner,
        })}
      </p>
      <p className="bt-subtle">{t('door.invitationEmail', { email: offer.email })}</p>
      {failure && fields.apart ? <Failure failure={failure} /> : null}
      <input
        className="bt-hidden"
        type="email"
        autoComplete="username"
        value={offer.email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <TextField
        label={t('door.yourName')}
        autoComplete="name"
        maxLength={200}
        {...fields.bind('name')}
      />
      <TextField
        label={t('password')}
        type="password"
        autoComplete="new-password"
        description={t('passwordRule', { count: PASSWORD_LENGTH_MIN })}
        {...fields.bind('password')}
      />
      <Button kind="primary" type="submit" busy={busy}>
        {t('door.invitationSubmit')}
      </Button>
    </Form>
  );
}
