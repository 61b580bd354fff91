import { useTranslation } from 'react-i18next';
import { Button } from '../../ui';
import { removePerson } from '../api';
import type { Person } from '../model';
import { Named } from './Named';
import type { useDeed } from './useDeed';

export interface FormerPeopleProps {
  people: readonly Person[];
  deed: ReturnType<typeof useDeed>;
  onDone: (told: string) => void;
}

/// Who left and whose name still stands with what they wrote.
export function FormerPeople({ people, deed, onDone }: FormerPeopleProps) {
  const { t } = useTranslation('partners');
  const erase = async (person: Person) => {
    if (await deed.run(() => removePerson(person.id, true))) {
      onDone(t('people.erased'));
    }
  };
  return (
    <details className="bt-former">
      <summary>{t('people.former', { count: people.length })}</summary>
      <ul className="bt-persons">
        {people.map((person) => (
          <li key={person.id} className="bt-persons__row">
            <span className="bt-persons__name">{person.name}</span>
            <Button kind="subtle" busy={deed.busy} onClick={() => void erase(person)}>
              <Named
                short={t('people.eraseName')}
                whole={t('people.eraseOf', { name: person.name })}
              />
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
