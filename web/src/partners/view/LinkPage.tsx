import { useTranslation } from 'react-i18next';
import { Button, Form, useTitle } from '../../ui';
import { lookAtLink, openLink } from '../api';
import { type Offer, secretOf, wayOf } from '../model';
import { Offered } from './Door';
import { Failure } from './Failure';
import type { DoorPageProps } from './InvitationPage';
import { useDeed } from './useDeed';

interface LinkPageProps extends Omit<DoorPageProps, 'onIn'> {
  /// They are in, and go on to that path.
  onIn: (path: string) => Promise<void>;
}

/// Behind a personal link: one button, and in.
export function LinkPage({ hash, onIn, signIn }: LinkPageProps) {
  const { t } = useTranslation('partners');
  const token = secretOf(hash, 'token');
  useTitle(t('door.linkPage'));
  return (
    <Offered
      token={token}
      look={lookAtLink}
      title={(offer) => (offer ? t('door.linkTitle', { name: offer.name }) : t('door.gone'))}
      signIn={signIn}
    >
      {(offer) => <OpenForm token={token} offer={offer} onIn={() => onIn(wayOf(hash))} />}
    </Offered>
  );
}

interface OpenFormProps {
  token: string;
  offer: Offer;
  onIn: () => Promise<void>;
}

function OpenForm({ token, offer, onIn }: OpenFormProps) {
  const { t } = useTranslation('partners');
  const { busy, failure, run } = useDeed();
  const submit = async () => {
    await run(async () => {
      await openLink(token);
      await onIn();
    });
  };
  return (
    <Form busy={busy} onSubmit={submit}>
      <p>{t('door.linkLead', { municipality: offer.municipality, partner: offer.partner })}</p>
      {failure ? <Failure failure={failure} /> : null}
      <Button kind="primary" type="submit" busy={busy}>
        {t('door.linkSubmit')}
      </Button>
    </Form>
  );
}
