import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Form, TextField, useTitle } from '../../ui';
import { askReset, resetPassword } from '../api';
import { PASSWORD_LENGTH_MIN, secretOf } from '../model';
import { Door } from './Door';
import { Failure } from './Failure';
import { useDeed } from './useDeed';
import { useFields } from './useFields';

/// A forgotten password: asking for the link, and what is behind it.
export function ResetPage({ hash, signIn }: { hash: string; signIn: ReactNode }) {
  const { t } = useTranslation('partners');
  const token = secretOf(hash, 'token');
  useTitle(t('door.resetPage'));
  return token === '' ? <AskForm signIn={signIn} /> : <ResetForm token={token} signIn={signIn} />;
}

function AskForm({ signIn }: { signIn: ReactNode }) {
  const { t } = useTranslation('partners');
  const { busy, failure, told, run } = useDeed();
  const fields = useFields({ email: 'email' }, { email: '' }, failure);
  const submit = async () => {
    if (fields.ready()) {
      await run(() => askReset(fields.values.email), t('door.forgottenDone'));
    }
  };
  return (
    <Door title={t('door.forgottenTitle')}>
      <div role="status">{told === '' ? null : <Alert kind="ok">{told}</Alert>}</div>
      {told === '' ? (
        <Form busy={busy} onSubmit={submit}>
          <p>{t('door.forgottenLead')}</p>
          {failure && fields.apart ? <Failure failure={failure} /> : null}
          <TextField
            label={t('email')}
            type="email"
            autoComplete="username"
            {...fields.bind('email')}
          />
          <Button kind="primary" type="submit" busy={busy}>
            {t('door.forgottenSubmit')}
          </Button>
        </Form>
      ) : null}
      {signIn}
    </Door>
  );
}

function ResetForm({ token, signIn }: { token: string; signIn: ReactNode }) {
  const { t } = useTranslation('partners');
  const { busy, failure, told, run } = useDeed();
  const fields = useFields({ password: 'newPassword' }, { password: '' }, failure);
  const submit = async () => {
    if (fields.ready()) {
      await run(() => resetPassword(token, fields.values.password), t('door.resetDone'));
    }
  };
  return (
    <Door title={t('door.resetTitle')}>
      <div role="status">{told === '' ? null : <Alert kind="ok">{told}</Alert>}</div>
      {failure && fields.apart ? <Failure failure={failure} /> : null}
      {told === '' ? (
        <Form busy={busy} onSubmit={submit}>
          <TextField
            label={t('newPassword')}
            type="password"
            autoComplete="new-password"
            description={t('passwordRule', { count: PASSWORD_LENGTH_MIN })}
            {...fields.bind('password')}
          />
          <Button kind="primary" type="submit" busy={busy}>
            {t('door.resetSubmit')}
          </Button>
        </Form>
      ) : null}
      {signIn}
    </Door>
  );
}
