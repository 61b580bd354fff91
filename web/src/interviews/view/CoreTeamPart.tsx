import { useEffect, useRef, useState } from 'react';
import { useLoaded, useSending } from '../../api';
import { Button, Heading, PartnerMark, Select } from '../../ui';
import { fetchCoreTeam, fetchPeople, joinCoreTeam, leaveCoreTeam } from '../api';
import type { CoreTeam, Person } from '../model';
import { useInterviewsWords } from '../words';
import { Failure } from './Failure';

interface CoreTeamPartProps {
  planId: string;
  /// Rises when it may have changed.
  turn: number;
}

/// Who may open all interviews. Who coordinates the plan changes it, and can take that back.
export function CoreTeamPart({ planId, turn }: CoreTeamPartProps) {
  const { t } = useInterviewsWords();
  const { state, again } = useLoaded(planId, fetchCoreTeam);
  useEffect(() => {
    if (turn > 0) {
      again();
    }
  }, [turn, again]);
  return (
    <section className="bt-interviews__part">
      <Heading level={2} size={3}>
        {t('core.title')}
      </Heading>
      <p>{t('core.lead')}</p>
      {state.kind === 'failed' ? <Failure error={state.error} again={again} /> : null}
      {state.kind === 'loaded' ? <Team planId={planId} team={state.value} again={again} /> : null}
    </section>
  );
}

interface TeamProps {
  planId: string;
  team: CoreTeam;
  again: () => void;
}

function Team({ planId, team, again }: TeamProps) {
  const { t, who } = useInterviewsWords();
  const [gone, setGone] = useState<Person>();
  const [said, setSaid] = useState('');
  const { busy, failure, send, settle } = useSending();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => (gone === undefined ? undefined : undo.current?.focus()), [gone]);
  const run = async (deed: () => Promise<void>, words: string, person?: Person) => {
    if (await send(deed)) {
      settle();
      setGone(person);
      setSaid(words);
      again();
    }
  };
  return (
    <>
      <ul className="bt-interviews__chosen">
        {team.items.map((person) => (
          <li key={person.id}>
            <PartnerMark badge={person.partner.badge} colour={person.partner.colour} size="small" />
            <span>{who(person)}</span>
            {team.mayChange && team.items.length > 1 ? (
              <Button
                kind="subtle"
                icon="close"
                iconOnly
                busy={busy}
                onClick={() =>
                  void run(
                    () => leaveCoreTeam(planId, person.id),
                    t('core.left', { person: who(person) }),
                    person,
                  )
                }
              >
                {t('core.remove', { person: who(person) })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="bt-interviews__said" role="status">
        {said === '' ? null : <p>{said}</p>}
        {gone === undefined ? null : (
          <Button
            ref={undo}
            icon="undo"
            busy={busy}
            onClick={() =>
              void run(() => joinCoreTeam(planId, gone.id), t('core.joined', { person: who(gone) }))
            }
          >
            {t('undo')}
          </Button>
        )}
      </div>
      <Failure error={failure} />
      {team.mayChange ? (
        <Joining
          planId={planId}
          team={team}
          busy={busy}
          onJoin={(person) =>
            void run(
              () => joinCoreTeam(planId, person.id),
              t('core.joined', { person: who(person) }),
            )
          }
        />
      ) : null}
    </>
  );
}

interface JoiningProps {
  planId: string;
  team: CoreTeam;
  busy: boolean;
  onJoin: (person: Person) => void;
}

function Joining({ planId, team, busy, onJoin }: JoiningProps) {
  const { t, who } = useInterviewsWords();
  const { state } = useLoaded(planId, fetchPeople);
  const [next, setNext] = useState('');
  const inside = new Set(team.items.map(({ id }) => id));
  const people = state.kind === 'loaded' ? state.value.filter(({ id }) => !inside.has(id)) : [];
  const chosen = people.find(({ id }) => id === next);
  return people.length === 0 ? null : (
    <div className="bt-interviews__add">
      <Select
        label={t('core.person')}
        value={next}
        choices={[
          { value: '', label: t('form.choose') },
          ...people.map((person) => ({ value: person.id, label: who(person) })),
        ]}
        onChange={setNext}
      />
      <Button
        icon="plus"
        busy={busy}
        onClick={() => {
          if (chosen !== undefined) {
            setNext('');
            onJoin(chosen);
          }
        }}
      >
        {t('core.add')}
      </Button>
    </div>
  );
}
