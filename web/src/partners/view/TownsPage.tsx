import '../partners.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../api';
import {
  Alert,
  Button,
  Dialog,
  Form,
  Heading,
  Skeleton,
  TextField,
  useFocusOnArrival,
  useTitle,
} from '../../ui';
import { addTown, fetchTowns, inviteToTown } from '../api';
import type { Town } from '../model';
import { dayOf } from '../when';
import { Failure } from './Failure';
import { Named } from './Named';
import { useDeed } from './useDeed';
import { useFields } from './useFields';

type Open = { kind: 'none' | 'new' } | { kind: 'again'; town: Town };

/// The municipalities of this installation, for its operator.
export function TownsPage() {
  const { t } = useTranslation('partners');
  const { state, again } = useLoaded('towns', fetchTowns);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const [told, setTold] = useState('');
  useTitle(t('towns.pageTitle'));
  const close = () => setOpen({ kind: 'none' });
  return (
    <div className="bt-page">
      <div className="bt-page__head">
        <Heading level={1} size={2} ref={heading}>
          {t('towns.title')}
        </Heading>
        <Button kind="primary" icon="plus" onClick={() => setOpen({ kind: 'new' })}>
          {t('towns.add')}
        </Button>
      </div>
      <p className="bt-lead">{t('towns.lead')}</p>
      <div role="status" className="bt-told">
        {told === '' ? null : <Alert kind="ok">{told}</Alert>}
      </div>
      {state.kind === 'loading' ? <Skeleton label={t('loading')} /> : null}
      {state.kind === 'failed' ? <Failure failure={state.error} onAgain={again} /> : null}
      {state.kind === 'loaded' ? (
        <ul className="bt-persons bt-persons--card">
          {state.value.map((town) => (
            <TownRow key={town.id} town={town} onAgain={() => setOpen({ kind: 'again', town })} />
          ))}
        </ul>
      ) : null}
      {open.kind === 'none' ? null : (
        <TownForm
          town={open.kind === 'again' ? open.town : undefined}
          onClose={close}
          onDone={(message) => {
            close();
            setTold(message);
            again();
          }}
        />
      )}
    </div>
  );
}

function TownRow({ town, onAgain }: { town: Town; onAgain: () => void }) {
  const { t, i18n } = useTranslation('partners');
  const { invitation } = town;
  const state = town.inhabited
    ? t('towns.inhabited')
    : invitation === undefined
      ? t('towns.empty')
      : invitation.state === 'expired'
        ? t('towns.expired', { name: invitation.name })
        : t('towns.waiting', {
            name: invitation.name,
            date: dayOf(invitation.expiresAt, i18n.language),
          });
  return (
    <li className="bt-persons__row">
      <span className="bt-persons__text">
        <span className="bt-persons__name">{town.name}</span>
        <span className="bt-tags">
          <span className="bt-tag">{state}</span>
        </span>
      </span>
      {town.inhabited ? null : (
        <Button kind="subtle" onClick={onAgain}>
          <Named short={t('towns.again')} whole={t('towns.againOf', { name: town.name })} />
        </Button>
      )}
    </li>
  );
}

interface TownFormProps {
  /// The one whose first person is invited again; absent for a new one.
  town: Town | undefined;
  onClose: () => void;
  onDone: (told: string) => void;
}

function TownForm({ town, onClose, onDone }: TownFormProps) {
  const { t } = useTranslation('partners');
  const { busy, failure, run } = useDeed();
  const fields = useFields(
    { name: town ? 'none' : 'name', administrator: 'name', email: 'email' },
    { name: '', administrator: town?.invitation?.name ?? '', email: town?.invitation?.email ?? '' },
    failure,
  );
  const submit = async () => {
    if (!fields.ready()) {
      return;
    }
    const { name, administrator, email } = fields.values;
    const guest = { name: administrator, email };
    if (await run(() => (town ? inviteToTown(town.id, guest) : addTown(name, guest)))) {
      onDone(town ? t('people.sentTo', { email }) : t('towns.added', { name, email }));
    }
  };
  return (
    <Dialog
      title={town ? t('towns.againOf', { name: town.name }) : t('towns.add')}
      closeLabel={t('close')}
      onClose={onClose}
    >
      <Form busy={busy} onSubmit={submit}>
        {failure && fields.apart ? <Failure failure={failure} /> : null}
        {town ? null : (
          <TextField label={t('towns.name')} maxLength={200} {...fields.bind('name')} />
        )}
        <TextField
          label={t('towns.administratorName')}
          maxLength={200}
          {...fields.bind('administrator')}
        />
        <TextField label={t('towns.administratorEmail')} type="email" {...fields.bind('email')} />
        <div className="bt-form__acts">
          <Button kind="primary" type="submit" busy={busy}>
            {town ? t('invite.submit') : t('towns.submit')}
          </Button>
          <Button kind="subtle" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
