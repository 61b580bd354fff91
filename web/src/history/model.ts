import { isRecord, listOf, numberOf, recordOf, textOf, wordOf } from '../api';

export const statuses = ['todo', 'draft', 'review', 'agreed', 'fixed'] as const;

/// How far a section is.
export type Status = (typeof statuses)[number];

/// Somebody at the table; `name` is empty for who left and was erased.
export interface Person {
  id: string;
  name: string;
  partner: { id: string; name: string; badge: string; colour: number };
}

/// A text of a section that somebody gave a name.
export interface Version {
  id: string;
  number: number;
  /// Up to where the log of its document goes.
  seq: number;
  name: string;
  sha256: string;
  fixed: boolean;
  at: number;
  by: Person | undefined;
}

/// A time in which people wrote without a long pause.
export interface Sitting {
  from: number;
  to: number;
  fromAt: number;
  toAt: number;
  by: readonly Person[];
}

/// A section with its past.
export interface Past {
  status: Status;
  /// Where I may move it to.
  steps: readonly Status[];
  seq: number;
  mayName: boolean;
  mayRestore: boolean;
  /// How far I had read before this visit.
  seen: { seq: number; changed: boolean } | undefined;
  versions: readonly Version[];
  sittings: readonly Sitting[];
}

function parsePerson(json: unknown): Person | undefined {
  if (!isRecord(json)) {
    return undefined;
  }
  const partner = recordOf(json['partner']);
  return {
    id: textOf(json, 'id'),
    name: textOf(json, 'name'),
    partner: {
      id: textOf(partner, 'id'),
      name: textOf(partner, 'name'),
      badge: textOf(partner, 'badge'),
      colour: numberOf(partner, 'colour'),
    },
  };
}

const peopleOf = (json: Parameters<typeof listOf>[0], key: string) =>
  listOf(json, key, parsePerson).filter((each) => each !== undefined);

const numbersOf = (json: Parameters<typeof listOf>[0], key: string) =>
  Array.isArray(json[key]) ? listOf(json, key, Number) : [];

const wordsOf = (json: Parameters<typeof listOf>[0], key: string) =>
  Array.isArray(json[key]) ? listOf(json, key, String) : [];

export function parsePast(json: unknown): Past {
  const root = recordOf(json);
  const seen = root['seen'];
  return {
    status: wordOf(root, 'status', statuses),
    steps: statuses.filter((each) => wordsOf(root, 'steps').includes(each)),
    seq: numberOf(root, 'seq'),
    mayName: root['mayName'] === true,
    mayRestore: root['mayRestore'] === true,
    seen: isRecord(seen)
      ? { seq: numberOf(seen, 'seq'), changed: seen['changed'] === true }
      : undefined,
    versions: listOf(root, 'versions', parseVersion),
    sittings: listOf(root, 'sittings', (item) => {
      const sitting = recordOf(item);
      return {
        from: numberOf(sitting, 'from'),
        to: numberOf(sitting, 'to'),
        fromAt: numberOf(sitting, 'fromAt'),
        toAt: numberOf(sitting, 'toAt'),
        by: peopleOf(sitting, 'by'),
      };
    }),
  };
}

function parseVersion(json: unknown): Version {
  const root = recordOf(json);
  return {
    id: textOf(root, 'id'),
    number: numberOf(root, 'number'),
    seq: numberOf(root, 'seq'),
    name: textOf(root, 'name'),
    sha256: textOf(root, 'sha256'),
    fixed: root['fixed'] === true,
    at: numberOf(root, 'at'),
    by: parsePerson(root['by']),
  };
}

/// What is open in a section, by who counts it.
export type Waiting = Readonly<Record<string, number>>;

export function parseWaiting(json: unknown): Waiting {
  const root = recordOf(json);
  return Object.fromEntries(
    Object.entries(root).filter((each): each is [string, number] => typeof each[1] === 'number'),
  );
}

const changes = ['same', 'added', 'removed', 'changed', 'moved-here', 'moved-away'] as const;

export type Change = (typeof changes)[number];

/// Words with one fate.
export interface Run {
  text: string;
  change: Change;
  /// Places in the authors of the difference.
  by: readonly number[];
  marks: readonly string[];
  /// Marks before, where only they changed.
  was: readonly string[];
}

/// An attribute that has another value.
export interface Note {
  attribute: string;
  was: string;
  now: string;
  by: readonly number[];
}

export interface Cell {
  table: number;
  row: number;
  column: number;
  header: boolean;
}

export interface Block {
  kind: string;
  level: number;
  inside: readonly string[];
  change: Change;
  cell: Cell | undefined;
  runs: readonly Run[];
  notes: readonly Note[];
}

export interface Author {
  by: Person | undefined;
  onBehalfOf: Person | undefined;
}

/// What differs between two moments of a section.
export interface Difference {
  from: number;
  to: number;
  /// Up to where the log goes now.
  head: number;
  same: boolean;
  authors: readonly Author[];
  blocks: readonly Block[];
}

export function parseDifference(json: unknown): Difference {
  const root = recordOf(json);
  return {
    from: numberOf(root, 'from'),
    to: numberOf(root, 'to'),
    head: numberOf(root, 'head'),
    same: root['same'] === true,
    authors: listOf(root, 'authors', (item) => {
      const author = recordOf(item);
      return { by: parsePerson(author['by']), onBehalfOf: parsePerson(author['onBehalfOf']) };
    }),
    blocks: listOf(root, 'blocks', parseBlock),
  };
}

function parseBlock(json: unknown): Block {
  const root = recordOf(json);
  const cell = root['cell'];
  return {
    kind: textOf(root, 'kind'),
    level: numberOf(root, 'level'),
    inside: wordsOf(root, 'inside'),
    change: wordOf(root, 'change', changes),
    cell: isRecord(cell)
      ? {
          table: numberOf(cell, 'table'),
          row: numberOf(cell, 'row'),
          column: numberOf(cell, 'column'),
          header: cell['header'] === true,
        }
      : undefined,
    runs: listOf(root, 'runs', (item) => {
      const run = recordOf(item);
      return {
        text: textOf(run, 'text'),
        change: wordOf(run, 'change', changes),
        by: numbersOf(run, 'by'),
        marks: wordsOf(run, 'marks'),
        was: wordsOf(run, 'was'),
      };
    }),
    notes: listOf(root, 'notes', (item) => {
      const note = recordOf(item);
      return {
        attribute: textOf(note, 'attribute'),
        was: textOf(note, 'was'),
        now: textOf(note, 'now'),
        by: numbersOf(note, 'by'),
      };
    }),
  };
}

/// A section as a version of the plan holds it.
export interface HeldSection {
  section: string;
  key: string;
  number: string;
  title: string;
  version: number;
  seq: number;
  /// Somebody wrote in it since.
  changed: boolean;
}

/// A state of a whole plan that its coordinator gave a name.
export interface PlanVersion {
  id: string;
  number: number;
  name: string;
  final: boolean;
  at: number;
  by: Person | undefined;
  /// Those that I may read, in order.
  sections: readonly HeldSection[];
}

export interface PlanPast {
  mayName: boolean;
  items: readonly PlanVersion[];
}

export function parsePlanPast(json: unknown): PlanPast {
  const root = recordOf(json);
  return {
    mayName: root['mayName'] === true,
    items: listOf(root, 'items', (item) => {
      const version = recordOf(item);
      return {
        id: textOf(version, 'id'),
        number: numberOf(version, 'number'),
        name: textOf(version, 'name'),
        final: version['final'] === true,
        at: numberOf(version, 'at'),
        by: parsePerson(version['by']),
        sections: listOf(version, 'sections', (each) => {
          const held = recordOf(each);
          return {
            section: textOf(held, 'section'),
            key: textOf(held, 'key'),
            number: textOf(held, 'number'),
            title: textOf(held, 'title'),
            version: numberOf(held, 'version'),
            seq: numberOf(held, 'seq'),
            changed: held['changed'] === true,
          };
        }),
      };
    }),
  };
}
