import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSending } from '../../api';
import { Alert, Button, Dialog, Form, TextField } from '../../ui';
import { addSection } from '../api';
import type { Section } from '../model';
import { failureText } from './failure';

export interface AddSectionProps {
  planId: string;
  onAdded: (section: Section) => void;
}

/// Adds a section of the municipality's own at the end of the plan's parts.
export function AddSection({ planId, onAdded }: AddSectionProps) {
  const { t } = useTranslation('plan');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="subtle" icon="plus" className="bt-outline__add" onClick={() => setOpen(true)}>
        {t('addSection.open')}
      </Button>
      {open ? (
        <Dialog
          title={t('addSection.title')}
          closeLabel={t('close')}
          onClose={() => setOpen(false)}
        >
          <AddSectionForm
            planId={planId}
            onAdded={(section) => {
              setOpen(false);
              onAdded(section);
            }}
          />
        </Dialog>
      ) : null}
    </>
  );
}

function AddSectionForm({ planId, onAdded }: AddSectionProps) {
  const { t } = useTranslation('plan');
  const [title, setTitle] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, failure, send } = useSending();
  const submit = async () => {
    if (title.trim() === '') {
      setMissing(true);
      return;
    }
    setMissing(false);
    await send(async () => onAdded(await addSection(planId, title.trim())));
  };
  return (
    <Form busy={busy} onSubmit={submit}>
      {failure ? (
        <Alert kind="error" title={t('addSection.failed')} urgent>
          <p>{failureText(t, failure)}</p>
        </Alert>
      ) : null}
      <TextField
        label={t('addSection.name')}
        description={t('addSection.hint')}
        value={title}
        maxLength={200}
        onChange={setTitle}
        error={missing ? t('addSection.missing') : ''}
      />
      <div className="bt-form__acts">
        <Button kind="primary" type="submit" busy={busy}>
          {t('addSection.submit')}
        </Button>
      </div>
    </Form>
  );
}
