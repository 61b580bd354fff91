import type { PresenceUser } from '../collab';
import type { Session } from '../identity';

/// Who somebody is to the others in a text.
export function presenceOf({ member, partner }: Session): PresenceUser {
  return {
    memberId: member.id,
    name: member.name,
    organisation: partner.name,
    badge: partner.badge,
    colour: String(partner.colour),
  };
}
