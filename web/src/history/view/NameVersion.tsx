import { useState } from 'react';
import { useSending } from '../../api';
import { Alert, Button, Form, TextField } from '../../ui';
import { nameVersion } from '../api';
import { failureText, useHistoryWords } from '../words';

/// Gives the text of a section, as it is now, a name.
export function NameVersion({ sectionId, onNamed }: { sectionId: string; onNamed: () => void }) {
  const { t } = useHistoryWords();
  const sending = useSending();
  const [name, setName] = useState('');
  const [empty, setEmpty] = useState(false);
  const [said, setSaid] = useState('');
  const submit = async () => {
    setSaid('');
    setEmpty(name.trim() === '');
    if (name.trim() === '') {
      return;
    }
    if (await sending.send(() => nameVersion(sectionId, name))) {
      sending.settle();
      setName('');
      setSaid(t('panel.named'));
      onNamed();
    }
  };
  return (
    <Form busy={sending.busy} onSubmit={submit}>
      <TextField
        label={t('panel.name')}
        description={t('panel.nameHint')}
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
        <Button type="submit" busy={sending.busy}>
          {t('panel.nameSubmit')}
        </Button>
        <p role="status">{said}</p>
      </div>
    </Form>
  );
}
