import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSending } from '../../api';
import { Alert, Button, Form, Heading, TextField } from '../../ui';
import { beginTotp, confirmTotp, type Factors, removeTotp } from '../waysIn';
import { Confirm } from './Confirm';
import { failureText } from './failure';
import { momentText } from './moment';
import { QrCode } from './QrCode';
import type { Changes } from './SecurityPage';

/// The app with codes: set up, or taken away.
export function AppSection({ factors, changes }: { factors: Factors; changes: Changes }) {
  const { t, i18n } = useTranslation('identity');
  const [begun, setBegun] = useState<{ secret: string; uri: string }>();
  const [removing, setRemoving] = useState(false);
  const { busy, failure, send, settle } = useSending();
  const has = factors.totpSince !== '';

  const begin = () =>
    send(async () => setBegun(await beginTotp())).then(() => {
      settle();
    });
  const remove = async () => {
    if (await send(removeTotp)) {
      settle();
      changes.done(t('ways.app.removed'));
    }
    setRemoving(false);
  };
  return (
    <section className="bt-way" aria-labelledby="bt-app-title">
      <Heading level={2} size={3} id="bt-app-title">
        {t('ways.app.title')}
      </Heading>
      <p>{t('ways.app.lead')}</p>
      {failure ? (
        <Alert kind="error" title={t('ways.security.failed')} urgent>
          <p>{failureText(t, failure)}</p>
        </Alert>
      ) : null}
      {has ? (
        <div className="bt-way__row">
          <span>
            {t('ways.security.since', { date: momentText(factors.totpSince, i18n.language) })}
          </span>
          {factors.mayChange ? (
            <Button onClick={() => setRemoving(true)}>{t('ways.security.remove')}</Button>
          ) : null}
        </div>
      ) : null}
      {!has && begun === undefined && factors.mayChange ? (
        <div>
          <Button busy={busy} onClick={() => void begin()}>
            {t('ways.app.setUp')}
          </Button>
        </div>
      ) : null}
      {!has && begun !== undefined ? (
        <SetUp
          {...begun}
          onDone={(codes) => {
            setBegun(undefined);
            changes.done(t('ways.app.done'), codes);
          }}
        />
      ) : null}
      {removing ? (
        <Confirm
          title={t('ways.app.removeTitle')}
          act={t('ways.security.remove')}
          busy={busy}
          onConfirm={() => void remove()}
          onClose={() => setRemoving(false)}
        >
          {t('ways.app.removeText')}
        </Confirm>
      ) : null}
    </section>
  );
}

interface SetUpProps {
  secret: string;
  uri: string;
  onDone: (codes: readonly string[]) => void;
}

function SetUp({ secret, uri, onDone }: SetUpProps) {
  const { t } = useTranslation('identity');
  const [code, setCode] = useState('');
  const { busy, failure, send } = useSending();
  return (
    <div className="bt-way__steps">
      <p>{t('ways.app.scan')}</p>
      <QrCode text={uri} label={t('ways.app.qr')} />
      <p>
        {t('ways.app.type')} <code className="bt-secret">{secret.replace(/(.{4})/g, '$1 ')}</code>
      </p>
      <Form
        busy={busy}
        onSubmit={async () => {
          await send(async () => onDone(await confirmTotp(code)));
        }}
      >
        <TextField
          label={t('ways.app.code')}
          description={t('ways.app.codeHint')}
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={failure ? failureText(t, failure) : ''}
        />
        <div>
          <Button kind="primary" type="submit" busy={busy}>
            {t('ways.app.confirm')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
