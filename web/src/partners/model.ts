import { isRecord, listOf, numberOf, recordOf, textOf, wordOf } from '../api';

/// Who looks, as far as these pages ask.
export interface Viewer {
  memberId: string;
  partnerId: string;
  administrator: boolean;
  operator: boolean;
  contact: boolean;
  byLink: boolean;
}

export interface Kind {
  id: string;
  label: string;
}

/// `colour` is 0 to 15, an index into the theme.
export interface Partner {
  id: string;
  kind: string;
  kindLabel: string;
  name: string;
  badge: string;
  colour: number;
}

/// The municipality's own partner is of this kind.
export const ownKind = 'municipality';

/// `name` is empty for who was erased; `email` where it is not ours to see.
export interface Person {
  id: string;
  partner: string;
  name: string;
  email: string;
  administrator: boolean;
  operator: boolean;
  contact: boolean;
  account: boolean;
  removed: boolean;
  linkUntil: string;
}

export interface Invitation {
  id: string;
  partner: string;
  name: string;
  email: string;
  contact: boolean;
  administrator: boolean;
  state: 'open' | 'expired';
  expiresAt: string;
}

export interface Town {
  id: string;
  name: string;
  inhabited: boolean;
  invitation: Invitation | undefined;
}

export interface Mail {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  /// A calendar file that goes with it; empty where none does.
  calendar: string;
  at: string;
}

/// A line of the audit log. `actor` is absent where nobody is known; their name is empty once
/// erased.
export interface Deed {
  at: string;
  actor: { id: string; name: string } | undefined;
  action: string;
  objectKind: string;
  objectName: string;
  result: 'done' | 'refused';
  origin: string;
}

export interface DeedPage {
  items: readonly Deed[];
  next: string;
}

/// What an invitation or a personal link says to who holds it.
export interface Offer {
  municipality: string;
  partner: string;
  name: string;
  email: string;
}

function optionalText(record: Readonly<Record<string, unknown>>, key: string): string {
  const value = record[key];
  return typeof value === 'string' ? value : '';
}

export function parsePartners(json: unknown): {
  partners: readonly Partner[];
  kinds: readonly Kind[];
} {
  const root = recordOf(json);
  return {
    partners: listOf(root, 'items', parsePartner),
    kinds: listOf(root, 'kinds', (item) => {
      const kind = recordOf(item);
      return { id: textOf(kind, 'id'), label: textOf(kind, 'label') };
    }),
  };
}

function parsePartner(json: unknown): Partner {
  const item = recordOf(json);
  return {
    id: textOf(item, 'id'),
    kind: textOf(item, 'kind'),
    kindLabel: textOf(item, 'kindLabel'),
    name: textOf(item, 'name'),
    badge: textOf(item, 'badge'),
    colour: numberOf(item, 'colour'),
  };
}

export function parsePeople(json: unknown): readonly Person[] {
  return listOf(recordOf(json), 'items', (each) => {
    const item = recordOf(each);
    return {
      id: textOf(item, 'id'),
      partner: textOf(item, 'partner'),
      name: optionalText(item, 'name'),
      email: optionalText(item, 'email'),
      administrator: item['administrator'] === true,
      operator: item['operator'] === true,
      contact: item['contact'] === true,
      account: item['account'] === true,
      removed: item['removed'] === true,
      linkUntil: optionalText(item, 'linkUntil'),
    };
  });
}

export function parseInvitations(json: unknown): readonly Invitation[] {
  return listOf(recordOf(json), 'items', parseInvitation);
}

function parseInvitation(json: unknown): Invitation {
  const item = recordOf(json);
  return {
    id: textOf(item, 'id'),
    partner: textOf(item, 'partner'),
    name: textOf(item, 'name'),
    email: textOf(item, 'email'),
    contact: item['contact'] === true,
    administrator: item['administrator'] === true,
    state: wordOf(item, 'state', ['open', 'expired']),
    expiresAt: textOf(item, 'expiresAt'),
  };
}

export function parseTowns(json: unknown): readonly Town[] {
  return listOf(recordOf(json), 'items', (each) => {
    const item = recordOf(each);
    return {
      id: textOf(item, 'id'),
      name: textOf(item, 'name'),
      inhabited: item['inhabited'] === true,
      invitation: isRecord(item['invitation']) ? parseInvitation(item['invitation']) : undefined,
    };
  });
}

export function parseMails(json: unknown): readonly Mail[] {
  return listOf(recordOf(json), 'items', (each) => {
    const item = recordOf(each);
    return {
      id: textOf(item, 'id'),
      recipient: textOf(item, 'recipient'),
      subject: textOf(item, 'subject'),
      body: textOf(item, 'body'),
      calendar: optionalText(item, 'calendar'),
      at: textOf(item, 'at'),
    };
  });
}

export function parseDeeds(json: unknown): DeedPage {
  const root = recordOf(json);
  return {
    next: optionalText(root, 'next'),
    items: listOf(root, 'items', (each) => {
      const item = recordOf(each);
      const actor = item['actor'];
      return {
        at: textOf(item, 'at'),
        actor: isRecord(actor)
          ? { id: textOf(actor, 'id'), name: optionalText(actor, 'name') }
          : undefined,
        action: textOf(item, 'action'),
        objectKind: textOf(item, 'objectKind'),
        objectName: optionalText(item, 'objectName'),
        result: wordOf(item, 'result', ['done', 'refused']),
        origin: textOf(item, 'origin'),
      };
    }),
  };
}

export function parseOffer(json: unknown): Offer {
  const root = recordOf(json);
  return {
    municipality: textOf(root, 'municipality'),
    partner: textOf(root, 'partner'),
    name: textOf(root, 'name'),
    email: optionalText(root, 'email'),
  };
}

/// A secret after the `#` of a link, which no server along the way sees.
export function secretOf(hash: string, name: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get(name) ?? '';
}

/// Where a personal link leads: a path of this very site, and never another site.
export function wayOf(hash: string): string {
  const path = secretOf(hash, 'naar');
  return /^\/[^/\\]/.test(path) ? path : '/';
}

export const PASSWORD_LENGTH_MIN = 12;

/// A mail's body in pieces; a line that is an address of this very site is a link.
export function linesOf(body: string, origin: string): readonly { text: string; path: string }[] {
  return body.split('\n').map((text) => ({
    text,
    path: text.startsWith(`${origin}/`) ? text.slice(origin.length) : '',
  }));
}
