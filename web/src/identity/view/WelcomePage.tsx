import '../identity.css';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSending } from '../../api';
import { Alert, Button, Form, Heading, TextField, useTitle } from '../../ui';
import { createAdministrator } from '../api';
import { PASSWORD_LENGTH_MIN, tokenOf } from '../model';
import { Failed } from './Failed';

/// The page behind the one-time link in the server's log: makes the municipality and its first
/// administrator.
export function WelcomePage({ hash, onMade }: { hash: string; onMade: () => void }) {
  const { t } = useTranslation('identity');
  const token = tokenOf(hash);
  useTitle(t('welcome.pageTitle'));
  return (
    <div className="bt-signin">
      <section className="bt-signin__card">
        <Heading level={1} size={2}>
          {t('welcome.title')}
        </Heading>
        {token === '' ? (
          <Alert kind="warning" title={t('welcome.tokenMissing')}>
            <p>{t('welcome.tokenMissingDetail')}</p>
          </Alert>
        ) : (
          <>
            <p className="bt-signin__lead">{t('welcome.lead')}</p>
            <WelcomeForm token={token} onMade={onMade} />
          </>
        )}
      </section>
    </div>
  );
}

const empty = { municipality: '', name: '', email: '', password: '' };
type Fields = typeof empty;
type Field = keyof Fields;

function WelcomeForm({ token, onMade }: { token: string; onMade: () => void }) {
  const { t } = useTranslation('identity');
  const [fields, setFields] = useState<Fields>(empty);
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const alert = useRef<HTMLDivElement>(null);

  const submit = async () => {
    setTried(true);
    if (!complete(fields)) {
      return;
    }
    if (await send(() => createAdministrator({ token, ...fields }))) {
      onMade();
    } else {
      requestAnimationFrame(() => alert.current?.focus());
    }
  };

  const error = (field: Field): string => {
    if (failure?.field === field) {
      return failure.detail;
    }
    return tried && !fieldComplete(fields, field) ? t(`welcome.missing.${field}`) : '';
  };
  const bind = (field: Field) => ({
    value: fields[field],
    error: error(field),
    onChange: (value: string) => setFields((before) => ({ ...before, [field]: value })),
  });

  return (
    <Form busy={busy} onSubmit={submit}>
      {failure && failure.field === '' ? (
        <Failed title={t('welcome.failed')} failure={failure} ref={alert} />
      ) : null}
      <TextField label={t('welcome.municipality')} {...bind('municipality')} />
      <TextField label={t('welcome.name')} autoComplete="name" {...bind('name')} />
      <TextField label={t('email')} type="email" autoComplete="username" {...bind('email')} />
      <TextField
        label={t('password')}
        type="password"
        autoComplete="new-password"
        description={t('welcome.passwordRule', { count: PASSWORD_LENGTH_MIN })}
        {...bind('password')}
      />
      <Button kind="primary" type="submit" busy={busy}>
        {t('welcome.submit')}
      </Button>
    </Form>
  );
}

function complete(fields: Fields): boolean {
  return (
    fieldComplete(fields, 'municipality') &&
    fieldComplete(fields, 'name') &&
    fieldComplete(fields, 'email') &&
    fieldComplete(fields, 'password')
  );
}

function fieldComplete(fields: Fields, field: Field): boolean {
  const value = fields[field];
  switch (field) {
    case 'password':
      return [...value].length >= PASSWORD_LENGTH_MIN;
    case 'email':
      return value.includes('@');
    case 'municipality':
    case 'name':
      return value.trim() !== '';
  }
}
