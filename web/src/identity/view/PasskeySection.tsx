import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '../../api';
import { Alert, Button, Form, Heading, TextField } from '../../ui';
import { createPasskey, hasPasskeys, isLeft } from '../passkeys';
import {
  addPasskey,
  type Factors,
  fetchPasskeyCreation,
  type Passkey,
  removePasskey,
} from '../waysIn';
import { Confirm } from './Confirm';
import { failureText } from './failure';
import { momentText } from './moment';
import type { Changes } from './SecurityPage';

/// The passkeys: a list, a new one, one less.
export function PasskeySection({ factors, changes }: { factors: Factors; changes: Changes }) {
  const { t } = useTranslation('identity');
  const [removing, setRemoving] = useState<Passkey>();
  const [problem, setProblem] = useState('');
  const remove = async (passkey: Passkey) => {
    setProblem('');
    try {
      await removePasskey(passkey.id);
      changes.done(t('ways.keys.removed'));
    } catch (cause) {
      setProblem(failureText(t, asApiError(cause)));
    }
    setRemoving(undefined);
  };
  return (
    <section className="bt-way" aria-labelledby="bt-keys-title">
      <Heading level={2} size={3} id="bt-keys-title">
        {t('ways.keys.title')}
      </Heading>
      <p>{t('ways.keys.lead')}</p>
      {problem === '' ? null : (
        <Alert kind="error" title={t('ways.security.failed')} urgent>
          <p>{problem}</p>
        </Alert>
      )}
      {factors.passkeys.length === 0 ? null : (
        <ul className="bt-rows">
          {factors.passkeys.map((passkey) => (
            <Row
              key={passkey.id}
              passkey={passkey}
              onRemove={factors.mayChange ? () => setRemoving(passkey) : undefined}
            />
          ))}
        </ul>
      )}
      {factors.mayChange ? (
        hasPasskeys() ? (
          <Adding changes={changes} onProblem={setProblem} />
        ) : (
          <p>{t('ways.keys.none')}</p>
        )
      ) : null}
      {removing ? (
        <Confirm
          title={t('ways.keys.removeTitle')}
          act={t('ways.security.remove')}
          busy={false}
          onConfirm={() => void remove(removing)}
          onClose={() => setRemoving(undefined)}
        >
          {t('ways.keys.removeText', { name: removing.name })}
        </Confirm>
      ) : null}
    </section>
  );
}

function Row({ passkey, onRemove }: { passkey: Passkey; onRemove: (() => void) | undefined }) {
  const { t, i18n } = useTranslation('identity');
  const made = t('ways.keys.made', { date: momentText(passkey.createdAt, i18n.language) });
  const used =
    passkey.usedAt === ''
      ? t('ways.keys.unused')
      : t('ways.keys.used', { date: momentText(passkey.usedAt, i18n.language) });
  return (
    <li className="bt-way__row">
      <span className="bt-way__what">
        <strong>{passkey.name}</strong>
        <span>{`${made}, ${used}`}</span>
      </span>
      {onRemove ? (
        <Button icon="close" iconOnly onClick={onRemove}>
          {t('ways.keys.remove', { name: passkey.name })}
        </Button>
      ) : null}
    </li>
  );
}

interface AddingProps {
  changes: Changes;
  onProblem: (problem: string) => void;
}

function Adding({ changes, onProblem }: AddingProps) {
  const { t } = useTranslation('identity');
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const add = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') {
      return;
    }
    onProblem('');
    setBusy(true);
    try {
      const credential = await createPasskey(await fetchPasskeyCreation());
      const codes = await addPasskey(name.trim(), credential);
      setName('');
      changes.done(t('ways.keys.done'), codes);
    } catch (cause) {
      onProblem(isLeft(cause) ? t('ways.keys.left') : failureText(t, asApiError(cause)));
    }
    setBusy(false);
  };
  return (
    <Form busy={busy} onSubmit={add}>
      <TextField
        label={t('ways.keys.name')}
        description={t('ways.keys.nameHint')}
        value={name}
        maxLength={60}
        onChange={setName}
        error={missing && name.trim() === '' ? t('ways.keys.nameMissing') : ''}
      />
      <div>
        <Button type="submit" busy={busy}>
          {t('ways.keys.add')}
        </Button>
      </div>
    </Form>
  );
}
