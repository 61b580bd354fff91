import { useRef, useState } from 'react';
import { Button, PartnerMark, Select } from '../../ui';
import type { Person } from '../model';
import { useInterviewsWords } from '../words';

interface PeoplePickProps {
  title: string;
  hint: string;
  /// All who can be chosen.
  people: readonly Person[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  error: string;
}

/// Some people out of all, each to be taken away again.
export function PeoplePick({ title, hint, people, chosen, onChange, error }: PeoplePickProps) {
  const { t, who } = useInterviewsWords();
  const [next, setNext] = useState('');
  const rest = people.filter(({ id }) => !chosen.includes(id));
  const place = useRef<HTMLFieldSetElement>(null);
  const remove = (person: string) => {
    onChange(chosen.filter((id) => id !== person));
    requestAnimationFrame(() => place.current?.querySelector('select')?.focus());
  };
  const add = () => {
    if (next !== '') {
      onChange([...chosen, next]);
      setNext('');
    }
  };
  return (
    <fieldset
      ref={place}
      className="bt-interviews__people"
      tabIndex={error === '' ? undefined : -1}
      data-wrong={error === '' ? undefined : true}
    >
      <legend className="bt-radios__legend">{title}</legend>
      <p className="bt-field__description">{hint}</p>
      {error === '' ? null : <p className="bt-field__error">{error}</p>}
      {chosen.length === 0 ? null : (
        <ul className="bt-interviews__chosen">
          {people
            .filter(({ id }) => chosen.includes(id))
            .map((person) => (
              <li key={person.id}>
                <PartnerMark
                  badge={person.partner.badge}
                  colour={person.partner.colour}
                  size="small"
                />
                <span>{who(person)}</span>
                <Button kind="subtle" icon="close" iconOnly onClick={() => remove(person.id)}>
                  {t('form.without', { person: who(person) })}
                </Button>
              </li>
            ))}
        </ul>
      )}
      {rest.length === 0 ? null : (
        <div className="bt-interviews__add">
          <Select
            label={t('form.person')}
            value={next}
            choices={[
              { value: '', label: t('form.choose') },
              ...rest.map((person) => ({ value: person.id, label: who(person) })),
            ]}
            onChange={setNext}
          />
          <Button icon="plus" onClick={add}>
            {t('form.add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
