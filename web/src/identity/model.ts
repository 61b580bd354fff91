import { isRecord, listOf, numberOf, recordOf, textOf, wordOf } from '../api';
import { type SessionKind, sessionKinds } from './waysIn';

/// Who is signed in, where, and for whom.
export interface Session {
  /// `operator`: may make municipalities; `contact`: speaks for their partner; `byLink`: is here
  /// with a personal link, without an account.
  member: {
    id: string;
    name: string;
    email: string;
    administrator: boolean;
    operator: boolean;
    contact: boolean;
    byLink: boolean;
  };
  /// `colour` is 0 to 15, an index into the theme.
  partner: { id: string; name: string; badge: string; colour: number };
  municipality: { id: string; name: string };
  session: {
    kind: SessionKind;
    /// Nothing else works before a second factor is set up.
    secondFactorDue: boolean;
  };
}

/// What the server says of itself to strangers.
export interface Product {
  name: string;
  demonstration: boolean;
  /// In demonstration mode only.
  accounts: readonly DemonstrationAccount[];
}

export interface DemonstrationAccount {
  email: string;
  password: string;
  partner: string;
}

export function parseSession(json: unknown): Session {
  const root = recordOf(json);
  const member = recordOf(root['member']);
  const partner = recordOf(root['partner']);
  const municipality = recordOf(root['municipality']);
  const session = recordOf(root['session']);
  return {
    member: {
      id: textOf(member, 'id'),
      name: textOf(member, 'name'),
      email: textOf(member, 'email'),
      administrator: member['administrator'] === true,
      operator: member['operator'] === true,
      contact: member['contact'] === true,
      byLink: member['byLink'] === true,
    },
    partner: {
      id: textOf(partner, 'id'),
      name: textOf(partner, 'name'),
      badge: textOf(partner, 'badge'),
      colour: numberOf(partner, 'colour'),
    },
    municipality: { id: textOf(municipality, 'id'), name: textOf(municipality, 'name') },
    session: {
      kind: wordOf(session, 'kind', sessionKinds),
      secondFactorDue: session['secondFactorDue'] === true,
    },
  };
}

export function parseProduct(json: unknown): Product {
  const root = recordOf(json);
  return {
    name: textOf(root, 'name'),
    demonstration: root['demonstration'] === true,
    accounts: Array.isArray(root['accounts'])
      ? listOf(root, 'accounts', parseAccount).filter((account) => account.email !== '')
      : [],
  };
}

/// Lenient: the accounts are a hint, and a hint must not keep anybody from signing in.
function parseAccount(json: unknown): DemonstrationAccount {
  const text = (key: string): string => {
    const value = isRecord(json) ? json[key] : undefined;
    return typeof value === 'string' ? value : '';
  };
  return {
    email: text('email'),
    password: text('password') || 'demo-demo-demo',
    partner: text('partner') || text('organisation') || text('name'),
  };
}

/// The one-time token after the `#` of the first administrator's link.
export function tokenOf(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';
}

export const PASSWORD_LENGTH_MIN = 12;

/// Where to go after signing in: a page of this app, never another site.
export function safeReturn(wanted: string | null): string {
  return wanted?.startsWith('/') && !wanted.startsWith('//') && !wanted.includes('\\')
    ? wanted
    : '/';
}
