import '../partners.css';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Form, Heading, TextField, useFocusOnArrival, useTitle } from '../../ui';
import { changePassword, confirmAddress, eraseSelf, rename, wishAddress } from '../api';
import { PASSWORD_LENGTH_MIN, secretOf, type Viewer } from '../model';
import { Failure } from './Failure';
import { useDeed } from './useDeed';
import { useFields } from './useFields';

export interface AccountPageProps {
  viewer: Viewer;
  name: string;
  email: string;
  /// What stands after the hash sign: the secret of a link that confirms a new address.
  hash: string;
  onChanged: () => Promise<void>;
  /// The account is gone.
  onErased: () => Promise<void>;
  /// The way to passkeys, codes and sessions, from the shell.
  security?: ReactNode;
  /// How they want to hear of things, from the shell.
  hearing?: ReactNode;
}

/// One's own name, address and password; one's data, to take along or to have erased.
export function AccountPage(props: AccountPageProps) {
  const { t } = useTranslation('partners');
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const secret = secretOf(props.hash, 'adres');
  useTitle(t('account.pageTitle'));
  return (
    <div className="bt-page bt-page--narrow">
      <Heading level={1} size={2} ref={heading}>
        {t('account.title')}
      </Heading>
      {secret === '' ? null : <ConfirmAddress secret={secret} onChanged={props.onChanged} />}
      {props.viewer.byLink ? (
        <p className="bt-lead">{t('account.byLink')}</p>
      ) : (
        <>
          <NameForm {...props} />
          <AddressForm email={props.email} />
          <PasswordForm email={props.email} />
          {props.security}
          {props.hearing}
          <OwnData onErased={props.onErased} />
        </>
      )}
      {props.viewer.byLink ? props.hearing : null}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="bt-form--card bt-account-part" aria-labelledby={id}>
      <Heading level={2} size={4} id={id}>
        {title}
      </Heading>
      {children}
    </section>
  );
}

function Told({ text }: { text: string }) {
  return <div role="status">{text === '' ? null : <Alert kind="ok">{text}</Alert>}</div>;
}

/// Reached from a mail: opening the page changes nothing, the button does.
export function ConfirmAddress({
  secret,
  onChanged,
}: {
  secret: string;
  onChanged: () => Promise<void>;
}) {
  const { t } = useTranslation('partners');
  const { busy, failure, told, run } = useDeed();
  const submit = async () => {
    await run(async () => {
      await confirmAddress(secret);
      await onChanged();
    }, t('account.confirmed'));
  };
  return (
    <Part title={t('account.confirmTitle')}>
      {failure ? <Failure failure={failure} /> : null}
      <Told text={told} />
      {told === '' ? (
        <Form busy={busy} onSubmit={submit}>
          <p>{t('account.confirmLead')}</p>
          <div className="bt-form__acts">
            <Button kind="primary" type="submit" busy={busy}>
              {t('account.confirmSubmit')}
            </Button>
          </div>
        </Form>
      ) : null}
    </Part>
  );
}

function NameForm({ name, onChanged }: AccountPageProps) {
  const { t } = useTranslation('partners');
  const { busy, failure, told, run } = useDeed();
  const fields = useFields({ name: 'name' }, { name }, failure);
  const submit = async () => {
    if (fields.ready()) {
      await run(async () => {
        await rename(fields.values.name);
        await onChanged();
      }, t('saved'));
    }
  };
  return (
    <Part title={t('account.nameTitle')}>
      {failure && fields.apart ? <Failure failure={failure} /> : null}
      <Told text={told} />
      <Form busy={busy} onSubmit={submit}>
        <TextField
          label={t('name')}
          description={t('account.nameHint')}
          autoComplete="name"
          maxLength={200}
          {...fields.bind('name')}
        />
        <div className="bt-form__acts">
          <Button type="submit" busy={busy}>
            {t('save')}
          </Button>
        </div>
      </Form>
    </Part>
  );
}

function AddressForm({ email }: { email: string }) {
  const { t } = useTranslation('partners');
  const { busy, failure, told, run } = useDeed();
  const fields = useFields(
    { email: 'email', password: 'password' },
    { email: '', password: '' },
    failure,
  );
  const submit = async () => {
    const { email: wanted, password } = fields.values;
    if (fields.ready()) {
      const done = await run(
        () => wishAddress(wanted, password),
        t('account.addressSent', { email: wanted }),
      );
      if (done) {
        fields.reset();
      }
    }
  };
  return (
    <Part title={t('account.addressTitle')}>
      {failure && fields.apart ? <Failure failure={failure} /> : null}
      <Told text={told} />
      <p className="bt-subtle">{t('account.addressNow', { email })}</p>
      <Form busy={busy} onSubmit={submit}>
        <TextField
          label={t('account.addressNew')}
          type="email"
          autoComplete="email"
          {...fields.bind('email')}
        />
        <TextField
          label={t('account.passwordPresent')}
          type="password"
          autoComplete="current-password"
          {...fields.bind('password')}
        />
        <div className="bt-form__acts">
          <Button type="submit" busy={busy}>
            {t('account.addressSubmit')}
          </Button>
        </div>
      </Form>
    </Part>
  );
}

function PasswordForm({ email }: { email: string }) {
  const { t } = useTranslation('partners');
  const { busy, failure, told, run } = useDeed();
  const fields = useFields(
    { password: 'password', newPassword: 'newPassword' },
    { password: '', newPassword: '' },
    failure,
  );
  const submit = async () => {
    const { password, newPassword } = fields.values;
    if (fields.ready()) {
      if (await run(() => changePassword(password, newPassword), t('account.passwordSaved'))) {
        fields.reset();
      }
    }
  };
  return (
    <Part title={t('account.passwordTitle')}>
      {failure && fields.apart ? <Failure failure={failure} /> : null}
      <Told text={told} />
      <Form busy={busy} onSubmit={submit}>
        <input
          className="bt-hidden"
          type="email"
          autoComplete="username"
          value={email}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <TextField
          label={t('account.passwordPresent')}
          type="password"
          autoComplete="current-password"
          {...fields.bind('password')}
        />
        <TextField
          label={t('newPassword')}
          type="password"
          autoComplete="new-password"
          description={t('passwordRule', { count: PASSWORD_LENGTH_MIN })}
          {...fields.bind('newPassword')}
        />
        <div className="bt-form__acts">
          <Button type="submit" busy={busy}>
            {t('account.passwordSubmit')}
          </Button>
        </div>
      </Form>
    </Part>
  );
}

function OwnData({ onErased }: { onErased: () => Promise<void> }) {
  const { t } = useTranslation('partners');
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Part title={t('account.exportTitle')}>
        <p>{t('account.exportLead')}</p>
        <p>
          <a className="nl-link bt-link" href="/v1/member/export" download="mijn-gegevens.json">
            {t('account.exportLink')}
          </a>
        </p>
      </Part>
      <Part title={t('account.eraseTitle')}>
        <p>{t('account.eraseLead')}</p>
        {asked ? (
          <EraseForm onErased={onErased} onCancel={() => setAsked(false)} />
        ) : (
          <div className="bt-form__acts">
            <Button kind="subtle" onClick={() => setAsked(true)}>
              {t('account.eraseOpen')}
            </Button>
          </div>
        )}
      </Part>
    </>
  );
}

function EraseForm({
  onErased,
  onCancel,
}: {
  onErased: () => Promise<void>;
  onCancel: () => void;
}) {
  const { t } = useTranslation('partners');
  const { busy, failure, run } = useDeed();
  const fields = useFields({ password: 'none' }, { password: '' }, failure);
  const submit = async () => {
    await run(async () => {
      await eraseSelf(fields.values.password);
      await onErased();
    });
  };
  return (
    <Form busy={busy} onSubmit={submit}>
      {failure && fields.apart ? <Failure failure={failure} /> : null}
      <TextField
        label={t('account.passwordPresent')}
        type="password"
        autoComplete="current-password"
        {...fields.bind('password')}
      />
      <div className="bt-form__acts">
        <Button kind="primary" type="submit" busy={busy}>
          {t('account.eraseYes')}
        </Button>
        <Button kind="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </Form>
  );
}
