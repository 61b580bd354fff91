import { PartnerMark } from '../../ui';
import type { Person } from '../model';

export interface MentionListProps {
  id: string;
  label: string;
  people: readonly Person[];
  active: number;
  onChoose: (person: Person) => void;
}

/// Those who can be named here, under the field that asks for them and keeps the focus.
export function MentionList({ id, label, people, active, onChoose }: MentionListProps) {
  return (
    <div className="bt-mention" role="listbox" id={id} aria-label={label}>
      {people.map((person, index) => (
        <div
          key={person.id}
          id={`${id}-${index}`}
          className="bt-mention__person"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(person);
          }}
        >
          <PartnerMark badge={person.partner.badge} colour={person.partner.colour} size="small" />
          <span>
            {person.name}
            <span className="bt-mention__partner">{`, ${person.partner.name}`}</span>
          </span>
        </div>
      ))}
    </div>
  );
}
