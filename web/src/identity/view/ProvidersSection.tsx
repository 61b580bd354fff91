import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded, useSending } from '../../api';
import { Alert, Button, Form, Heading, TextField } from '../../ui';
import {
  addIdentityProvider,
  fetchIdentityProviders,
  type IdentityProvider,
  type NewProvider,
  removeIdentityProvider,
} from '../waysIn';
import { Confirm } from './Confirm';
import { failureText } from './failure';
import type { Act } from './WaysInPage';

/// The identity providers of the municipality: a list, a new one, one less.
export function ProvidersSection({ act }: { act: Act }) {
  const { t } = useTranslation('identity');
  const { state, again } = useLoaded('identity-providers', fetchIdentityProviders);
  const [removing, setRemoving] = useState<IdentityProvider>();
  const remove = async (provider: IdentityProvider) => {
    await act(() => removeIdentityProvider(provider.id), t('ways.manage.removed'));
    setRemoving(undefined);
    again();
  };
  const known = state.kind === 'loaded' ? state.value : { items: [], redirectUri: '' };
  return (
    <section className="bt-way" aria-labelledby="bt-providers-title">
      <Heading level={2} size={3} id="bt-providers-title">
        {t('ways.manage.providersTitle')}
      </Heading>
      <p>{t('ways.manage.providersLead')}</p>
      <p>{t('ways.manage.who')}</p>
      {state.kind === 'failed' ? (
        <Alert kind="error" title={t('ways.security.loadFailed')} urgent>
          <p>{failureText(t, state.error)}</p>
        </Alert>
      ) : null}
      <ul className="bt-rows">
        {known.items.map((provider) => (
          <Row key={provider.id} provider={provider} onRemove={() => setRemoving(provider)} />
        ))}
      </ul>
      <dl className="bt-facts">
        <dt>{t('ways.manage.redirect')}</dt>
        <dd>
          <code>{known.redirectUri}</code>
        </dd>
      </dl>
      <Adding
        onAdded={() => {
          void act(async () => {}, t('ways.manage.added'));
          again();
        }}
      />
      {removing ? (
        <Confirm
          title={t('ways.manage.removeTitle')}
          act={t('ways.security.remove')}
          busy={false}
          onConfirm={() => void remove(removing)}
          onClose={() => setRemoving(undefined)}
        >
          {t('ways.manage.removeText', { name: removing.name })}
        </Confirm>
      ) : null}
    </section>
  );
}

function Row({ provider, onRemove }: { provider: IdentityProvider; onRemove: () => void }) {
  const { t } = useTranslation('identity');
  return (
    <li className="bt-way__row">
      <span className="bt-way__what">
        <strong>{provider.name}</strong>
        <dl className="bt-facts">
          <dt>{t('ways.manage.issuer')}</dt>
          <dd>
            <code>{provider.issuer}</code>
          </dd>
          <dt>{t('ways.manage.client')}</dt>
          <dd>
            <code>{provider.clientId}</code>
          </dd>
          <dt>{t('ways.manage.acr')}</dt>
          <dd>
            <code>{provider.acrValues}</code>
          </dd>
          <dt>{t('ways.manage.keys')}</dt>
          <dd>
            <code>{provider.keysUri}</code>
          </dd>
        </dl>
      </span>
      <Button icon="close" iconOnly onClick={onRemove}>
        {t('ways.manage.remove', { name: provider.name })}
      </Button>
    </li>
  );
}

const empty: NewProvider = { name: '', issuer: '', clientId: '', acrValues: '' };

function Adding({ onAdded }: { onAdded: () => void }) {
  const { t } = useTranslation('identity');
  const [fields, setFields] = useState(empty);
  const [tried, setTried] = useState(false);
  const { busy, failure, send, settle } = useSending();
  const submit = async () => {
    setTried(true);
    if (Object.values(fields).some((value) => value.trim() === '')) {
      return;
    }
    if (await send(async () => void (await addIdentityProvider(fields)))) {
      settle();
      setFields(empty);
      setTried(false);
      onAdded();
    }
  };
  const bind = (field: keyof NewProvider) => ({
    value: fields[field],
    onChange: (value: string) => setFields((before) => ({ ...before, [field]: value })),
    error:
      failure?.field === field
        ? failure.detail
        : tried && fields[field].trim() === ''
          ? t('ways.manage.missing')
          : '',
  });
  return (
    <Form busy={busy} onSubmit={submit} card>
      <Heading level={3} size={4}>
        {t('ways.manage.add')}
      </Heading>
      {failure && failure.field === '' ? (
        <Alert kind="error" title={t('ways.manage.addFailed')} urgent>
          <p>{failureText(t, failure)}</p>
        </Alert>
      ) : null}
      <TextField
        label={t('ways.manage.name')}
        description={t('ways.manage.nameHint')}
        {...bind('name')}
      />
      <TextField
        label={t('ways.manage.issuer')}
        description={t('ways.manage.issuerHint')}
        {...bind('issuer')}
      />
      <TextField label={t('ways.manage.client')} {...bind('clientId')} />
      <TextField
        label={t('ways.manage.acr')}
        description={t('ways.manage.acrHint')}
        {...bind('acrValues')}
      />
      <div>
        <Button kind="primary" type="submit" busy={busy}>
          {t('ways.manage.add')}
        </Button>
      </div>
    </Form>
  );
}
