import { isRecord, listOf, numberOf, recordOf, ShapeError, textOf, wordOf } from '../api';

export const kinds = [
  'ask',
  'ask-reminder',
  'mention',
  'reply',
  'comment',
  'suggestion',
  'suggestion-decided',
  'answer',
  'fill-in-asked',
  'fill-in-due',
  'status',
  'version',
  'sign-off-stale',
  'interview-planned',
  'interview-changed',
  'summary-answered',
] as const;

export type Kind = (typeof kinds)[number];

export const ways = ['at-once', 'digest', 'app', 'none'] as const;

export type Way = (typeof ways)[number];

/// Something that the reader was told; `by` is absent where the clock did it.
export interface Notice {
  id: string;
  kind: Kind;
  /// Milliseconds since 1970.
  at: number;
  seen: boolean;
  plan: { id: string; title: string };
  section: { number: string; title: string } | undefined;
  by: { name: string; partner: { name: string; badge: string; colour: number } } | undefined;
  path: string;
}

export interface NoticePage {
  items: readonly Notice[];
  next: string | undefined;
}

export interface Preferences {
  ways: Readonly<Record<Kind, Way>>;
  digestAt: string;
  quietFrom: string;
  quietTo: string;
  weekends: boolean;
}

type Json = Readonly<Record<string, unknown>>;

function flagOf(record: Json, key: string): boolean {
  const value = record[key];
  if (typeof value !== 'boolean') {
    throw new ShapeError(key);
  }
  return value;
}

function sectionOf(record: Json): Notice['section'] {
  const { section } = record;
  return isRecord(section)
    ? { number: textOf(section, 'number'), title: textOf(section, 'title') }
    : undefined;
}

function byOf(record: Json): Notice['by'] {
  const { by } = record;
  if (!isRecord(by)) {
    return undefined;
  }
  const partner = recordOf(by['partner']);
  return {
    name: textOf(by, 'name'),
    partner: {
      name: textOf(partner, 'name'),
      badge: textOf(partner, 'badge'),
      colour: numberOf(partner, 'colour'),
    },
  };
}

function parseNotice(value: unknown): Notice {
  const record = recordOf(value);
  const plan = recordOf(record['plan']);
  return {
    id: textOf(record, 'id'),
    kind: wordOf(record, 'kind', kinds),
    at: numberOf(record, 'at'),
    seen: flagOf(record, 'seen'),
    plan: { id: textOf(plan, 'id'), title: textOf(plan, 'title') },
    section: sectionOf(record),
    by: byOf(record),
    path: textOf(record, 'path'),
  };
}

export function parsePage(value: unknown): NoticePage {
  const record = recordOf(value);
  const { next } = record;
  return {
    items: listOf(record, 'items', parseNotice),
    next: typeof next === 'string' ? next : undefined,
  };
}

export function parseCount(value: unknown): number {
  return numberOf(recordOf(value), 'count');
}

export function parsePreferences(value: unknown): Preferences {
  const record = recordOf(value);
  const chosen = recordOf(record['ways']);
  const all = Object.fromEntries(kinds.map((kind) => [kind, wordOf(chosen, kind, ways)]));
  return {
    ways: all as Record<Kind, Way>,
    digestAt: textOf(record, 'digestAt'),
    quietFrom: textOf(record, 'quietFrom'),
    quietTo: textOf(record, 'quietTo'),
    weekends: flagOf(record, 'weekends'),
  };
}

/// Notices of one place, in one group.
export interface Group {
  key: string;
  plan: Notice['plan'];
  section: Notice['section'];
  items: readonly Notice[];
}

/// Groups by plan and section, the place with the newest notice first.
export function groupsOf(notices: readonly Notice[]): readonly Group[] {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const { plan, section } = notice;
    const key = `${plan.id} ${section === undefined ? '' : `${section.number} ${section.title}`}`;
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups].flatMap(([key, items]) => {
    const first = items[0];
    return first === undefined ? [] : [{ key, plan: first.plan, section: first.section, items }];
  });
}
