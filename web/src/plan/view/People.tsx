import { useTranslation } from 'react-i18next';
import { type Presence, usePresence } from '../../collab';
import { PartnerMark, Popover } from '../../ui';

const SHOWN_MAX = 4;

/// Each person once, however many windows they have open; oneself first.
export function peopleOf(sessions: readonly Presence[]): readonly Presence[] {
  const people = new Map<string, Presence>();
  for (const session of [...sessions].sort((a, b) => Number(b.self) - Number(a.self))) {
    if (!people.has(session.user.memberId)) {
      people.set(session.user.memberId, session);
    }
  }
  return [...people.values()];
}

/// Who has this section open now: their marks, and on request names and organisations.
export function PeopleHere({ documentId }: { documentId: string }) {
  const { t } = useTranslation('plan');
  const people = peopleOf(usePresence(documentId));
  if (people.length === 0) {
    return null;
  }
  const more = people.length - SHOWN_MAX;
  return (
    <Popover
      className="bt-people"
      label={t('people.button', { count: people.length })}
      face={
        <span className="bt-people__marks">
          {people.slice(0, SHOWN_MAX).map((person) => (
            <PartnerMark
              key={person.user.memberId}
              badge={person.user.badge}
              colour={person.user.colour}
            />
          ))}
          {more > 0 ? <span className="bt-people__more">{`+${more}`}</span> : null}
        </span>
      }
    >
      {() => (
        <>
          <p className="bt-popover__title">{t('people.title')}</p>
          <ul className="bt-people__list" aria-label={t('people.title')}>
            {people.map((person) => (
              <li key={person.user.memberId} className="bt-person">
                <PartnerMark badge={person.user.badge} colour={person.user.colour} />
                <span className="bt-person__text">
                  <span className="bt-person__name">
                    {person.self ? t('people.you', { name: person.user.name }) : person.user.name}
                  </span>
                  <span className="bt-person__organisation">{person.user.organisation}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Popover>
  );
}

/// Who else is in a section, in the outline.
export function PeopleInSection({ documentId }: { documentId: string }) {
  const { t } = useTranslation('plan');
  const others = peopleOf(usePresence(documentId)).filter((person) => !person.self);
  if (others.length === 0) {
    return null;
  }
  const names = others.map((person) => `${person.user.name} (${person.user.organisation})`);
  return (
    <span className="bt-outline__people" title={names.join(', ')}>
      {others.slice(0, 2).map((person) => (
        <PartnerMark
          key={person.user.memberId}
          size="small"
          badge={person.user.badge}
          colour={person.user.colour}
        />
      ))}
      <span className="bt-hidden">{t('people.inSection', { names: names.join(', ') })}</span>
    </span>
  );
}
