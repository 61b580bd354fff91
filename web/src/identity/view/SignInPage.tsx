import '../identity.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError, useSending } from '../../api';
import { Alert, Button, Form, Heading, TextField, useTitle } from '../../ui';
import { fetchProduct, signIn } from '../api';
import type { DemonstrationAccount, Product } from '../model';
import { CodeForm } from './CodeForm';
import { Failed } from './Failed';
import { OtherWays, ProviderRefused } from './OtherWays';

export interface SignInPageProps {
  onSignedIn: () => Promise<void>;
  /// Why the user is here, when it is not their own doing.
  reason?: 'expired' | 'administrator-made' | undefined;
  /// Why an identity provider did not bring them in.
  providerFault?: string | undefined;
  /// Other ways, such as for a forgotten password.
  more?: (demonstration: boolean) => ReactNode;
}

export function SignInPage({ onSignedIn, reason, providerFault, more }: SignInPageProps) {
  const { t } = useTranslation('identity');
  const [product, setProduct] = useState<Product>();
  useTitle(t('signIn.pageTitle'));
  useEffect(() => {
    let wanted = true;
    void fetchProduct().then((found) => {
      if (wanted) {
        setProduct(found);
      }
    });
    return () => {
      wanted = false;
    };
  }, []);
  return (
    <div className="bt-signin">
      <section className="bt-signin__card">
        <Heading level={1} size={2}>
          {t('signIn.title')}
        </Heading>
        <p className="bt-signin__lead">{t('signIn.lead')}</p>
        {reason === 'expired' ? <Alert kind="info">{t('signIn.expired')}</Alert> : null}
        {reason === 'administrator-made' ? <Alert kind="ok">{t('signIn.made')}</Alert> : null}
        {providerFault ? <ProviderRefused fault={providerFault} /> : null}
        <SignInForm
          onSignedIn={onSignedIn}
          accounts={demonstrationAccounts(product)}
          more={
            more ? <p className="bt-signin__more">{more(product?.demonstration === true)}</p> : null
          }
        />
      </section>
    </div>
  );
}

function demonstrationAccounts(product: Product | undefined): readonly DemonstrationAccount[] {
  return product?.demonstration ? product.accounts : [];
}

interface SignInFormProps {
  onSignedIn: () => Promise<void>;
  accounts: readonly DemonstrationAccount[];
  more: ReactNode;
}

function SignInForm({ onSignedIn, accounts, more }: SignInFormProps) {
  const { t } = useTranslation('identity');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const [codeDue, setCodeDue] = useState(false);
  const { busy, failure, send, clear, settle } = useSending();
  const alert = useRef<HTMLDivElement>(null);

  const attempt = async (code?: string) => {
    const done = await send(async () => {
      try {
        await signIn(email.trim(), password, code);
      } catch (cause) {
        if (asApiError(cause).type === 'second-factor-required') {
          setCodeDue(true);
          return;
        }
        throw cause;
      }
      await onSignedIn();
    });
    settle();
    if (!done) {
      requestAnimationFrame(() => alert.current?.focus());
    }
  };
  const submit = async () => {
    if (email.trim() === '' || password === '') {
      setMissing(true);
      clear();
      return;
    }
    setMissing(false);
    await attempt();
  };

  const failed = failure ? (
    <Failed title={t('signIn.failed')} failure={failure} ref={alert} />
  ) : null;
  if (codeDue) {
    const back = () => {
      setCodeDue(false);
      clear();
    };
    return (
      <>
        {failed}
        <CodeForm busy={busy} onCode={attempt} onBack={back} />
        <OtherWays onSignedIn={onSignedIn} />
      </>
    );
  }
  return (
    <>
      {failed}
      <Form busy={busy} onSubmit={submit}>
        <TextField
          label={t('email')}
          type="email"
          autoComplete="username webauthn"
          value={email}
          onChange={setEmail}
          error={missing && email.trim() === '' ? t('signIn.emailMissing') : ''}
        />
        <TextField
          label={t('password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={missing && password === '' ? t('signIn.passwordMissing') : ''}
        />
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? t('signIn.busy') : t('signIn.submit')}
        </Button>
      </Form>
      {more}
      <OtherWays onSignedIn={onSignedIn} />
      {accounts.length === 0 ? null : (
        <Accounts
          accounts={accounts}
          onChoose={(account) => {
            setEmail(account.email);
            setPassword(account.password);
          }}
        />
      )}
    </>
  );
}

interface AccountsProps {
  accounts: readonly DemonstrationAccount[];
  onChoose: (account: DemonstrationAccount) => void;
}

function Accounts({ accounts, onChoose }: AccountsProps) {
  const { t } = useTranslation('identity');
  return (
    <section className="bt-accounts" aria-labelledby="bt-accounts-title">
      <Heading level={2} size={4} id="bt-accounts-title">
        {t('demonstration.title')}
      </Heading>
      <p>{t('demonstration.lead')}</p>
      <ul className="bt-accounts__list">
        {accounts.map((account) => (
          <li key={account.email}>
            <button type="button" className="bt-accounts__choice" onClick={() => onChoose(account)}>
              {account.partner === '' ? null : <strong>{account.partner}</strong>}
              <span>{account.email}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
