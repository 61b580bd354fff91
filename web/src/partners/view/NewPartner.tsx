import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Form, Select, TextField } from '../../ui';
import { addPartner } from '../api';
import type { Kind } from '../model';
import { Failure } from './Failure';
import { useDeed } from './useDeed';
import { useFields } from './useFields';

export interface NewPartnerProps {
  kinds: readonly Kind[];
  onClose: () => void;
  onDone: (told: string) => void;
}

/// Invites an organisation by its contact person.
export function NewPartner({ kinds, onClose, onDone }: NewPartnerProps) {
  const { t } = useTranslation('partners');
  const { busy, failure, run } = useDeed();
  const [kind, setKind] = useState('');
  const [tried, setTried] = useState(false);
  const fields = useFields(
    { name: 'name', contactName: 'name', email: 'email' },
    { name: '', contactName: '', email: '' },
    failure,
  );
  const submit = async () => {
    setTried(true);
    if (!fields.ready() || kind === '') {
      return;
    }
    const { name, contactName, email } = fields.values;
    const contact = { name: contactName, email };
    if (await run(() => addPartner({ name, kind, contact }))) {
      onDone(t('people.sentTo', { email }));
    }
  };
  return (
    <Dialog title={t('partner.addTitle')} closeLabel={t('close')} onClose={onClose}>
      <Form busy={busy} onSubmit={submit}>
        <p>{t('partner.lead')}</p>
        {failure && fields.apart ? <Failure failure={failure} /> : null}
        <TextField label={t('partner.name')} maxLength={200} {...fields.bind('name')} />
        <Select
          label={t('partner.kind')}
          value={kind}
          onChange={setKind}
          choices={[
            { value: '', label: t('partner.choose') },
            ...kinds.map((each) => ({ value: each.id, label: each.label })),
          ]}
          error={tried && kind === '' ? t('partner.kindMissing') : ''}
        />
        <TextField
          label={t('partner.contactName')}
          maxLength={200}
          {...fields.bind('contactName')}
        />
        <TextField label={t('partner.contactEmail')} type="email" {...fields.bind('email')} />
        <div className="bt-form__acts">
          <Button kind="primary" type="submit" busy={busy}>
            {t('partner.submit')}
          </Button>
          <Button kind="subtle" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
