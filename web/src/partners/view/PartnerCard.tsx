import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Heading, PartnerMark } from '../../ui';
import { resendInvitation, withdrawInvitation } from '../api';
import {
  type Invitation,
  type Kind,
  ownKind,
  type Partner,
  type Person,
  type Viewer,
} from '../model';
import { dayOf } from '../when';
import { ChangePartner } from './ChangePartner';
import { ChangePerson } from './ChangePerson';
import { InvitePerson } from './InvitePerson';
import { Named } from './Named';
import type { useDeed } from './useDeed';

export interface PartnerCardProps {
  partner: Partner;
  kinds: readonly Kind[];
  people: readonly Person[];
  invitations: readonly Invitation[];
  viewer: Viewer;
  deed: ReturnType<typeof useDeed>;
  onDone: (told: string) => void;
}

type Open = { kind: 'none' | 'partner' | 'invite' } | { kind: 'person'; person: Person };

/// One partner: its people, who was invited, and what one may do with them.
export function PartnerCard(props: PartnerCardProps) {
  const { t } = useTranslation('partners');
  const { partner, viewer, people } = props;
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const id = useId();
  const leads = viewer.administrator || (viewer.contact && viewer.partnerId === partner.id);
  const close = () => setOpen({ kind: 'none' });
  const done = (told: string) => {
    close();
    props.onDone(told);
  };
  return (
    <section className="bt-partner-card" aria-labelledby={id}>
      <div className="bt-partner-card__head">
        <PartnerMark badge={partner.badge} colour={partner.colour} />
        <div className="bt-partner-card__title">
          <Heading level={2} size={4} id={id}>
            {partner.name}
          </Heading>
          <p className="bt-subtle">{partner.kindLabel}</p>
        </div>
        {viewer.administrator ? (
          <Button kind="subtle" onClick={() => setOpen({ kind: 'partner' })}>
            <Named
              short={t('partner.change')}
              whole={t('partner.changeOf', { name: partner.name })}
            />
          </Button>
        ) : null}
      </div>
      {people.length === 0 ? <p className="bt-subtle">{t('people.noPeople')}</p> : null}
      <ul className="bt-persons">
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            viewer={viewer}
            mayChange={leads && (viewer.administrator || !person.administrator)}
            onChange={() => setOpen({ kind: 'person', person })}
          />
        ))}
      </ul>
      <Waiting {...props} />
      {leads ? (
        <Button icon="plus" onClick={() => setOpen({ kind: 'invite' })}>
          <Named short={t('invite.button')} whole={t('invite.buttonOf', { name: partner.name })} />
        </Button>
      ) : null}
      {open.kind === 'invite' ? (
        <InvitePerson partner={partner} viewer={viewer} onClose={close} onDone={done} />
      ) : null}
      {open.kind === 'partner' ? (
        <ChangePartner
          partner={partner}
          kinds={props.kinds}
          own={partner.kind === ownKind}
          onClose={close}
          onDone={done}
        />
      ) : null}
      {open.kind === 'person' ? (
        <ChangePerson
          person={open.person}
          own={partner.kind === ownKind}
          viewer={viewer}
          onClose={close}
          onDone={done}
        />
      ) : null}
    </section>
  );
}

interface PersonRowProps {
  person: Person;
  viewer: Viewer;
  mayChange: boolean;
  onChange: () => void;
}

function PersonRow({ person, viewer, mayChange, onChange }: PersonRowProps) {
  const { t, i18n } = useTranslation('partners');
  const tags = [
    person.id === viewer.memberId ? t('people.you') : '',
    person.operator ? t('people.operator') : '',
    person.administrator ? t('people.administrator') : '',
    person.contact ? t('people.contact') : '',
    person.account
      ? ''
      : person.linkUntil === ''
        ? t('people.noAccount')
        : t('people.byLink', { date: dayOf(person.linkUntil, i18n.language) }),
  ].filter((tag) => tag !== '');
  return (
    <li className="bt-persons__row">
      <span className="bt-persons__text">
        <span className="bt-persons__name">{person.name}</span>
        {person.email === '' ? null : <span className="bt-subtle">{person.email}</span>}
        {tags.length === 0 ? null : (
          <span className="bt-tags">
            {tags.map((tag) => (
              <span key={tag} className="bt-tag">
                {tag}
              </span>
            ))}
          </span>
        )}
      </span>
      {mayChange ? (
        <Button kind="subtle" onClick={onChange}>
          <Named short={t('person.change')} whole={t('person.changeOf', { name: person.name })} />
        </Button>
      ) : null}
    </li>
  );
}

function Waiting({ invitations, deed, onDone }: PartnerCardProps) {
  const { t, i18n } = useTranslation('partners');
  if (invitations.length === 0) {
    return null;
  }
  const act = async (work: () => Promise<void>, told: string) => {
    if (await deed.run(work)) {
      onDone(told);
    }
  };
  return (
    <div className="bt-waiting">
      <Heading level={3} size={4}>
        {t('invite.list')}
      </Heading>
      <ul className="bt-persons">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="bt-persons__row">
            <span className="bt-persons__text">
              <span className="bt-persons__name">{invitation.name}</span>
              <span className="bt-subtle">{invitation.email}</span>
              <span className="bt-tags">
                <span className={`bt-tag bt-tag--${invitation.state}`}>
                  {t(`invite.${invitation.state}`, {
                    date: dayOf(invitation.expiresAt, i18n.language),
                  })}
                </span>
              </span>
            </span>
            <span className="bt-persons__acts">
              <Button
                kind="subtle"
                busy={deed.busy}
                onClick={() =>
                  void act(
                    () => resendInvitation(invitation.id),
                    t('people.sentTo', { email: invitation.email }),
                  )
                }
              >
                <Named
                  short={t('invite.resend')}
                  whole={t('invite.resendOf', { name: invitation.name })}
                />
              </Button>
              <Button
                kind="subtle"
                busy={deed.busy}
                onClick={() =>
                  void act(() => withdrawInvitation(invitation.id), t('people.withdrawn'))
                }
              >
                <Named
                  short={t('invite.withdraw')}
                  whole={t('invite.withdrawOf', { name: invitation.name })}
                />
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
