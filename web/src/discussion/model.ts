import { isRecord, listOf, numberOf, recordOf, ShapeError, textOf } from '../api';

/// Somebody at the table; `name` is empty once they are removed.
export interface Person {
  id: string;
  name: string;
  partner: { id: string; name: string; badge: string; colour: number };
}

export interface Comment {
  id: string;
  by: Person;
  /// Milliseconds since 1970.
  at: number;
  /// Empty where it was removed.
  text: string;
  mentions: readonly Person[];
  edited: boolean;
  removed: boolean;
  mine: boolean;
}

/// A thread of a section. `anchor` is absent where it is about the section as a whole; `quote` is
/// what its words were when it began.
export interface Thread {
  id: string;
  anchor: { from: Uint8Array; to: Uint8Array } | undefined;
  quote: string;
  at: number;
  mayResolve: boolean;
  resolved: { by: Person; at: number } | undefined;
  comments: readonly Comment[];
}

export interface Threads {
  items: readonly Thread[];
  mayComment: boolean;
}

function flagOf(record: Readonly<Record<string, unknown>>, key: string): boolean {
  return record[key] === true;
}

export function parsePerson(value: unknown): Person {
  const record = recordOf(value);
  const partner = recordOf(record['partner']);
  return {
    id: textOf(record, 'id'),
    name: textOf(record, 'name'),
    partner: {
      id: textOf(partner, 'id'),
      name: textOf(partner, 'name'),
      badge: textOf(partner, 'badge'),
      colour: numberOf(partner, 'colour'),
    },
  };
}

export function parsePeople(value: unknown): readonly Person[] {
  return listOf(recordOf(value), 'items', parsePerson);
}

function parseComment(value: unknown): Comment {
  const record = recordOf(value);
  return {
    id: textOf(record, 'id'),
    by: parsePerson(record['by']),
    at: numberOf(record, 'at'),
    text: textOf(record, 'text'),
    mentions: listOf(record, 'mentions', parsePerson),
    edited: flagOf(record, 'edited'),
    removed: flagOf(record, 'removed'),
    mine: flagOf(record, 'mine'),
  };
}

function bytesOf(record: Readonly<Record<string, unknown>>, key: string): Uint8Array {
  try {
    const plain = textOf(record, key).replaceAll('-', '+').replaceAll('_', '/');
    return Uint8Array.from(atob(plain), (char) => char.charCodeAt(0));
  } catch {
    throw new ShapeError(`${key} is no place in a text`);
  }
}

/// Bytes as the server reads them: base64 for addresses, without padding.
export function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function parseThread(value: unknown): Thread {
  const record = recordOf(value);
  const { anchor, resolved } = record;
  return {
    id: textOf(record, 'id'),
    anchor: isRecord(anchor)
      ? { from: bytesOf(anchor, 'from'), to: bytesOf(anchor, 'to') }
      : undefined,
    quote: textOf(record, 'quote'),
    at: numberOf(record, 'at'),
    mayResolve: flagOf(record, 'mayResolve'),
    resolved: isRecord(resolved)
      ? { by: parsePerson(resolved['by']), at: numberOf(resolved, 'at') }
      : undefined,
    comments: listOf(record, 'comments', parseComment),
  };
}

export function parseThreads(value: unknown): Threads {
  const record = recordOf(value);
  return { items: listOf(record, 'items', parseThread), mayComment: flagOf(record, 'mayComment') };
}

/// A thread and where its words are now, in the text that is open.
export interface Placed {
  thread: Thread;
  /// `whole`: about the section; `gone`: its words are no longer there.
  place: { kind: 'here'; from: number; to: number } | { kind: 'whole' } | { kind: 'gone' };
}

const order = { whole: 0, here: 1, gone: 2 } as const;

/// In reading order: those about the whole section, those in the text, those whose words are gone.
export function inOrder(placed: readonly Placed[]): readonly Placed[] {
  return placed.toSorted((one, other) => {
    const [a, b] = [one.place, other.place];
    const byPlace =
      a.kind === 'here' && b.kind === 'here'
        ? a.from - b.from || a.to - b.to
        : order[a.kind] - order[b.kind];
    return (
      byPlace || one.thread.at - other.thread.at || one.thread.id.localeCompare(other.thread.id)
    );
  });
}

/// The part of a text before the caret that asks for a person: what stands behind the last `@`
/// that begins a word.
export function mentionAsked(
  text: string,
  caret: number,
): { from: number; query: string } | undefined {
  const before = text.slice(0, caret);
  const at = before.lastIndexOf('@');
  if (at < 0 || (at > 0 && /[\p{L}\p{N}]/u.test(before[at - 1] ?? ''))) {
    return undefined;
  }
  const query = before.slice(at + 1);
  return query.length <= 40 && !/[\n@]/.test(query) && !/^\s/.test(query)
    ? { from: at, query }
    : undefined;
}

/// Those whose name or organisation has a word that begins so.
export function peopleLike(people: readonly Person[], query: string): readonly Person[] {
  const wanted = plain(query);
  return people.filter(({ name, partner }) => {
    const whole = plain(`${name} ${partner.name}`);
    return name !== '' && (whole.startsWith(wanted) || whole.includes(` ${wanted}`));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('nl').trim();
}

/// Of those that were chosen, who is still named in the text.
export function mentionedIn(text: string, chosen: readonly Person[]): readonly Person[] {
  return chosen.filter(({ name }) => text.includes(`@${name}`));
}
