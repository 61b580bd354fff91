import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded, useSending } from '../../api';
import { Alert, Button, PartnerMark, Select, TextField } from '../../ui';
import { askToFill, fetchPeople } from '../api';
import type { Owner, Person } from '../model';
import { failureText } from './failure';

export interface OwnershipProps {
  planId: string;
  sectionId: string;
  fillIn: string;
  open: boolean;
  owner: Owner | undefined;
  mayAssign: boolean;
  onChanged: () => void;
}

/// Who fills a place in, and by when; whoever may, changes it here.
export function Ownership(props: OwnershipProps) {
  const { open, owner, mayAssign } = props;
  const { t } = useTranslation('fillins');
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAsking(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (!open && owner === undefined) {
    return null;
  }
  return (
    <div className="bt-owner">
      <p className="bt-owner__line">
        <OwnerLine owner={owner} />
      </p>
      {!mayAssign ? null : asking ? (
        <AskForm {...props} onClose={close} />
      ) : (
        <Button kind="subtle" ref={button} onClick={() => setAsking(true)}>
          {owner === undefined ? t('owner.ask') : t('owner.change')}
        </Button>
      )}
    </div>
  );
}

function OwnerLine({ owner }: { owner: Owner | undefined }) {
  const { t, i18n } = useTranslation('fillins');
  if (owner === undefined) {
    return t('owner.nobody');
  }
  const { partner, member, due, mine, late } = owner;
  const date = due === undefined ? '' : spokenDay(due, i18n.language);
  const organisation = partner?.name ?? '';
  const who = member?.name ? `${member.name}, ${organisation}` : organisation;
  const words =
    partner === undefined
      ? t('owner.by', { due: date })
      : due === undefined
        ? t('owner.who', { who })
        : t('owner.whoBy', { who, due: date });
  return (
    <>
      {partner === undefined ? null : (
        <PartnerMark badge={partner.badge} colour={partner.colour} size="small" />
      )}
      <span>
        {words}
        {mine ? ` (${t('owner.you')})` : ''}
      </span>
      {late ? <strong className="bt-owner__late">{t('owner.late')}</strong> : null}
    </>
  );
}

/// A day such as `2026-12-31` as people say it.
function spokenDay(day: string, language: string): string {
  const date = new Date(`${day}T12:00:00`);
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(date);
}

function chosenOf({ owner }: OwnershipProps): string {
  if (owner?.member !== undefined) {
    return `m:${owner.member.id}`;
  }
  return owner?.partner === undefined ? '' : `p:${owner.partner.id}`;
}

function AskForm(props: OwnershipProps & { onClose: () => void }) {
  const { planId, sectionId, fillIn, owner, onChanged, onClose } = props;
  const { t } = useTranslation('fillins');
  const people = useLoaded(planId, fetchPeople).state;
  const [who, setWho] = useState(() => chosenOf(props));
  const [due, setDue] = useState(owner?.due ?? '');
  const { busy, failure, send } = useSending();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await send(() =>
      askToFill(sectionId, fillIn, {
        partner: who.startsWith('p:') ? who.slice(2) : undefined,
        member: who.startsWith('m:') ? who.slice(2) : undefined,
        due: due === '' ? undefined : due,
      }),
    );
    if (done) {
      onChanged();
      onClose();
    }
  };
  const known = people.kind === 'loaded' ? people.value : [];
  return (
    <form className="bt-place__form" ref={form} onSubmit={(event) => void submit(event)}>
      {failure ? (
        <Alert kind="error" urgent>
          <p>{failureText(t, failure)}</p>
        </Alert>
      ) : null}
      <Select
        label={t('owner.organisation')}
        value={who}
        onChange={setWho}
        choices={[
          { value: '', label: t('owner.nobodyChoice') },
          ...choicesOf(
            known,
            (organisation) => t('owner.everybody', { organisation }),
            (organisation, name) => t('owner.person', { organisation, name }),
          ),
        ]}
      />
      <TextField label={t('owner.due')} type="date" value={due} onChange={setDue} />
      <div className="bt-place__acts">
        <Button type="submit" busy={busy}>
          {t('owner.save')}
        </Button>
        <Button kind="subtle" onClick={onClose}>
          {t('owner.cancel')}
        </Button>
      </div>
    </form>
  );
}

/// Each organisation as a whole, then its people.
function choicesOf(
  people: readonly Person[],
  everybody: (organisation: string) => string,
  one: (organisation: string, name: string) => string,
): readonly { value: string; label: string }[] {
  const partners = new Map<string, { name: string; people: Person[] }>();
  for (const person of people) {
    const known = partners.get(person.partner.id) ?? { name: person.partner.name, people: [] };
    known.people.push(person);
    partners.set(person.partner.id, known);
  }
  return [...partners].flatMap(([id, { name, people: own }]) => [
    { value: `p:${id}`, label: everybody(name) },
    ...own.map((person) => ({ value: `m:${person.id}`, label: one(name, person.name) })),
  ]);
}
