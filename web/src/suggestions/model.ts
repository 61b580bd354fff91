import { isRecord, listOf, numberOf, recordOf, ShapeError, textOf } from '../api';

/// Somebody at the table; `name` is empty once they are removed.
export interface Person {
  id: string;
  name: string;
  partner: { id: string; name: string; badge: string; colour: number };
}

export type SuggestionKind = 'wording' | 'insertion' | 'removal' | 'format' | 'block' | 'table';
export type SuggestionState = 'open' | 'accepted' | 'declined';

const kinds: readonly SuggestionKind[] = [
  'wording',
  'insertion',
  'removal',
  'format',
  'block',
  'table',
];
const states: readonly SuggestionState[] = ['open', 'accepted', 'declined'];

/// A change that waits for a yes, or got an answer. `struck` and `added` are the words that it took
/// away and brought when it was made.
export interface Suggestion {
  id: string;
  kind: SuggestionKind;
  struck: string;
  added: string;
  reason: string;
  by: Person;
  /// Milliseconds since 1970.
  at: number;
  state: SuggestionState;
  mine: boolean;
  /// Yjs update v1, while it waits.
  update: Uint8Array | undefined;
  decided: { by: Person; at: number; reason: string } | undefined;
}

export interface Suggestions {
  items: readonly Suggestion[];
  mayPropose: boolean;
  mayAccept: boolean;
  mayDecline: boolean;
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

function oneOf<Word extends string>(words: readonly Word[], word: string): Word {
  const found = words.find((each) => each === word);
  if (found === undefined) {
    throw new ShapeError(`${word} is none of ${words.join(', ')}`);
  }
  return found;
}

/// Bytes as the server writes them: base64 for addresses, without padding.
export function bytesOf(text: string): Uint8Array {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (char) => char.charCodeAt(0));
}

export function base64Of(bytes: Uint8Array): string {
  let plain = '';
  for (const byte of bytes) {
    plain += String.fromCharCode(byte);
  }
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function parseSuggestion(value: unknown): Suggestion {
  const record = recordOf(value);
  const { update, decided } = record;
  return {
    id: textOf(record, 'id'),
    kind: oneOf(kinds, textOf(record, 'kind')),
    struck: textOf(record, 'struck'),
    added: textOf(record, 'added'),
    reason: textOf(record, 'reason'),
    by: parsePerson(record['by']),
    at: numberOf(record, 'at'),
    state: oneOf(states, textOf(record, 'state')),
    mine: record['mine'] === true,
    update: typeof update === 'string' ? bytesOf(update) : undefined,
    decided: isRecord(decided)
      ? {
          by: parsePerson(decided['by']),
          at: numberOf(decided, 'at'),
          reason: textOf(decided, 'reason'),
        }
      : undefined,
  };
}

export function parseSuggestions(value: unknown): Suggestions {
  const record = recordOf(value);
  return {
    items: listOf(record, 'items', parseSuggestion),
    mayPropose: record['mayPropose'] === true,
    mayAccept: record['mayAccept'] === true,
    mayDecline: record['mayDecline'] === true,
  };
}
