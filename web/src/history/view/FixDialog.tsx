import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded, useSending } from '../../api';
import type { SheetSection } from '../../editor';
import { Alert, Button, Dialog, Form, TextField } from '../../ui';
import { fetchWaiting, moveSection } from '../api';
import type { Waiting } from '../model';
import { failureText, useHistoryWords } from '../words';

export interface FixDialogProps {
  section: SheetSection;
  onClose: () => void;
  onFixed: () => void;
}

/// Asks once before a text is fixed, says what is still open in it, and names the version.
export function FixDialog({ section, onClose, onFixed }: FixDialogProps) {
  const { t } = useHistoryWords();
  const { i18n } = useTranslation();
  const { state } = useLoaded(section.id, fetchWaiting);
  const sending = useSending();
  const [name, setName] = useState(() =>
    t('fix.suggestion', {
      date: new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(Date.now()),
    }),
  );
  const [empty, setEmpty] = useState(false);
  const submit = async () => {
    setEmpty(name.trim() === '');
    if (name.trim() !== '') {
      const fixing = () => moveSection(section.id, section.status, 'fixed', name);
      if (await sending.send(fixing)) {
        onFixed();
      }
    }
  };
  return (
    <Dialog title={t('fix.title')} closeLabel={t('fix.close')} onClose={onClose}>
      <Form busy={sending.busy} onSubmit={submit}>
        <p>{t('fix.lead')}</p>
        {state.kind === 'loaded' ? <Open waiting={state.value} /> : null}
        <TextField
          label={t('fix.name')}
          value={name}
          onChange={setName}
          maxLength={200}
          error={empty ? t('panel.nameEmpty') : ''}
        />
        {sending.failure ? (
          <Alert kind="error" urgent>
            <p>{failureText(t, sending.failure)}</p>
          </Alert>
        ) : null}
        <div className="bt-form__acts">
          <Button kind="primary" type="submit" busy={sending.busy}>
            {t('fix.submit')}
          </Button>
          <Button onClick={onClose}>{t('fix.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}

const kinds = ['fillIns', 'discussion', 'suggestion'] as const;

function Open({ waiting }: { waiting: Waiting }) {
  const { t } = useHistoryWords();
  const open = kinds.filter((kind) => (waiting[kind] ?? 0) > 0);
  return open.length === 0 ? null : (
    <Alert kind="warning" title={t('fix.waitingTitle')}>
      <ul className="bt-fix__open">
        {open.map((kind) => (
          <li key={kind}>{t(`waiting.${kind}`, { count: waiting[kind] ?? 0 })}</li>
        ))}
      </ul>
      <p>{t('fix.waitingNext')}</p>
    </Alert>
  );
}
