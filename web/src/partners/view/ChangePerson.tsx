import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, Dialog, Form } from '../../ui';
import { changePerson, removePerson, renewLink, withdrawLink } from '../api';
import type { Person, Viewer } from '../model';
import { Failure } from './Failure';
import { Removal } from './Removal';
import { useDeed } from './useDeed';

export interface ChangePersonProps {
  person: Person;
  /// They work for the municipality itself, and so may administer it.
  own: boolean;
  viewer: Viewer;
  onClose: () => void;
  onDone: (told: string) => void;
}

/// What somebody may do, their link, and their end here.
export function ChangePerson({ person, own, viewer, onClose, onDone }: ChangePersonProps) {
  const { t } = useTranslation('partners');
  const { busy, failure, run } = useDeed();
  const [erase, setErase] = useState(false);
  const act = async (work: () => Promise<void>, told: string) => {
    if (await run(work)) {
      onDone(told);
    }
  };
  return (
    <Dialog
      title={t('person.title', { name: person.name })}
      closeLabel={t('close')}
      onClose={onClose}
    >
      {failure ? <Failure failure={failure} /> : null}
      {viewer.administrator ? (
        <RightsForm
          person={person}
          own={own}
          viewer={viewer}
          busy={busy}
          onSubmit={(rights) => act(() => changePerson(person.id, rights), t('saved'))}
        />
      ) : null}
      {person.account ? null : (
        <div className="bt-form__acts">
          <Button
            busy={busy}
            onClick={() =>
              void act(() => renewLink(person.id), t('people.sentTo', { email: person.email }))
            }
          >
            {t('person.renewLink')}
          </Button>
          {person.linkUntil === '' ? null : (
            <Button
              kind="subtle"
              busy={busy}
              onClick={() => void act(() => withdrawLink(person.id), t('people.linkWithdrawn'))}
            >
              {t('person.withdrawLink')}
            </Button>
          )}
        </div>
      )}
      <Removal
        label={t('person.remove')}
        sure={t('person.removeSure', { name: person.name })}
        yes={t('person.removeYes')}
        busy={busy}
        onRemove={() =>
          void act(
            () => removePerson(person.id, erase),
            t('people.removedPerson', { name: person.name }),
          )
        }
      >
        <Checkbox
          label={t('person.eraseToo')}
          description={t('person.eraseHint')}
          checked={erase}
          onChange={setErase}
        />
      </Removal>
    </Dialog>
  );
}

interface RightsFormProps {
  person: Person;
  own: boolean;
  viewer: Viewer;
  busy: boolean;
  onSubmit: (rights: {
    administrator: boolean;
    contact: boolean;
    operator?: boolean;
  }) => Promise<void>;
}

function RightsForm({ person, own, viewer, busy, onSubmit }: RightsFormProps) {
  const { t } = useTranslation('partners');
  const [administrator, setAdministrator] = useState(person.administrator);
  const [operator, setOperator] = useState(person.operator);
  const [contact, setContact] = useState(person.contact);
  const submit = () =>
    onSubmit({
      administrator,
      contact,
      ...(viewer.operator ? { operator: operator && administrator } : {}),
    });
  return (
    <Form busy={busy} onSubmit={submit}>
      <Checkbox
        label={t('invite.contact')}
        description={t('invite.contactHint')}
        checked={contact}
        onChange={setContact}
      />
      {own && (person.account || person.administrator) ? (
        <Checkbox
          label={t('invite.administrator')}
          description={t('invite.administratorHint')}
          checked={administrator}
          onChange={setAdministrator}
        />
      ) : null}
      {own && viewer.operator && administrator ? (
        <Checkbox
          label={t('person.operator')}
          description={t('person.operatorHint')}
          checked={operator}
          onChange={setOperator}
        />
      ) : null}
      <div className="bt-form__acts">
        <Button kind="primary" type="submit" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}
