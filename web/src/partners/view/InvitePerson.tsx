import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, Dialog, Form, RadioGroup, TextField } from '../../ui';
import { invite, sendLink } from '../api';
import { ownKind, type Partner, type Viewer } from '../model';
import { Failure } from './Failure';
import { useDeed } from './useDeed';
import { useFields } from './useFields';

export interface InvitePersonProps {
  partner: Partner;
  viewer: Viewer;
  onClose: () => void;
  onDone: (told: string) => void;
}

type Way = 'account' | 'link';

/// Asks one more person to take part for a partner, with an account or with a link alone.
export function InvitePerson({ partner, viewer, onClose, onDone }: InvitePersonProps) {
  const { t } = useTranslation('partners');
  const { busy, failure, run } = useDeed();
  const [way, setWay] = useState<Way>('account');
  const [contact, setContact] = useState(false);
  const [administrator, setAdministrator] = useState(false);
  const fields = useFields({ name: 'name', email: 'email' }, { name: '', email: '' }, failure);
  const submit = async () => {
    const guest = { ...fields.values, partner: partner.id };
    const send = () =>
      way === 'link' ? sendLink(guest) : invite({ ...guest, contact, administrator });
    if (fields.ready() && (await run(send))) {
      onDone(t('people.sentTo', { email: guest.email }));
    }
  };
  const withRights = way === 'account';
  return (
    <Dialog
      title={t('invite.title', { name: partner.name })}
      closeLabel={t('close')}
      onClose={onClose}
    >
      <Form busy={busy} onSubmit={submit}>
        {failure && fields.apart ? <Failure failure={failure} /> : null}
        <TextField label={t('name')} maxLength={200} {...fields.bind('name')} />
        <TextField label={t('email')} type="email" {...fields.bind('email')} />
        <RadioGroup<Way>
          legend={t('invite.way')}
          value={way}
          onChange={setWay}
          choices={[
            {
              value: 'account',
              label: t('invite.account'),
              description: t('invite.accountHint'),
            },
            { value: 'link', label: t('invite.link'), description: t('invite.linkHint') },
          ]}
        />
        {withRights ? (
          <Checkbox
            label={t('invite.contact')}
            description={t('invite.contactHint')}
            checked={contact || administrator}
            onChange={setContact}
          />
        ) : null}
        {withRights && viewer.administrator && partner.kind === ownKind ? (
          <Checkbox
            label={t('invite.administrator')}
            description={t('invite.administratorHint')}
            checked={administrator}
            onChange={setAdministrator}
          />
        ) : null}
        <div className="bt-form__acts">
          <Button kind="primary" type="submit" busy={busy}>
            {t('invite.submit')}
          </Button>
          <Button kind="subtle" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
