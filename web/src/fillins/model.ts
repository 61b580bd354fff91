import { isRecord, listOf, numberOf, recordOf, textOf, wordOf } from '../api';

export interface Partner {
  id: string;
  name: string;
  badge: string;
  colour: number;
}

/// Somebody at the table; `name` is empty once they are removed.
export interface Person {
  id: string;
  name: string;
  partner: Partner;
}

/// Who fills a place in, and by when (a day as `2026-12-31`).
export interface Owner {
  partner: Partner | undefined;
  member: Person | undefined;
  due: string | undefined;
  mine: boolean;
  late: boolean;
}

export const fillInStates = ['open', 'filled', 'resolved'] as const;
export type FillInState = (typeof fillInStates)[number];

export interface FillIn {
  id: string;
  kind: string;
  label: string;
  state: FillInState;
  value: string;
  owner: Owner | undefined;
}

/// An example, and who decided on it.
export interface Example {
  id: string;
  decision: string;
  by: Person | undefined;
  /// Milliseconds since 1970.
  at: number | undefined;
}

export interface SectionFillIns {
  mayAssign: boolean;
  items: readonly FillIn[];
  examples: readonly Example[];
}

export interface PlanSection {
  id: string;
  key: string;
  number: string;
  title: string;
  mayAssign: boolean;
  items: readonly FillIn[];
}

export const findingKinds = [
  'setting-without-action',
  'setting-without-measure',
  'no-number',
  'old-year',
] as const;

/// Something that somebody should look at again.
export interface Finding {
  kind: (typeof findingKinds)[number];
  section: string;
  fillIn: string;
  words: string;
}

/// What a register offers to choose from.
export interface Choice {
  id: string;
  label: string;
  /// Other words for it.
  names: readonly string[];
}

function parsePartner(value: unknown): Partner {
  const record = recordOf(value);
  return {
    id: textOf(record, 'id'),
    name: textOf(record, 'name'),
    badge: textOf(record, 'badge'),
    colour: numberOf(record, 'colour'),
  };
}

function parsePerson(value: unknown): Person {
  const record = recordOf(value);
  return {
    id: textOf(record, 'id'),
    name: textOf(record, 'name'),
    partner: parsePartner(record['partner']),
  };
}

export function parsePeople(value: unknown): readonly Person[] {
  return listOf(recordOf(value), 'items', parsePerson);
}

function parseOwner(value: unknown): Owner | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const { partner, member, due } = value;
  return {
    partner: isRecord(partner) ? parsePartner(partner) : undefined,
    member: isRecord(member) ? parsePerson(member) : undefined,
    due: typeof due === 'string' ? due : undefined,
    mine: value['mine'] === true,
    late: value['late'] === true,
  };
}

function parseFillIn(value: unknown): FillIn {
  const record = recordOf(value);
  return {
    id: textOf(record, 'id'),
    kind: textOf(record, 'kind'),
    label: textOf(record, 'label'),
    state: wordOf(record, 'state', fillInStates),
    value: textOf(record, 'value'),
    owner: parseOwner(record['owner']),
  };
}

function parseExample(value: unknown): Example {
  const record = recordOf(value);
  const { by, at } = record;
  return {
    id: textOf(record, 'id'),
    decision: textOf(record, 'decision'),
    by: isRecord(by) ? parsePerson(by) : undefined,
    at: typeof at === 'number' ? at : undefined,
  };
}

export function parseSectionFillIns(value: unknown): SectionFillIns {
  const record = recordOf(value);
  return {
    mayAssign: record['mayAssign'] === true,
    items: listOf(record, 'items', parseFillIn),
    examples: listOf(record, 'examples', parseExample),
  };
}

function parsePlanSection(value: unknown): PlanSection {
  const record = recordOf(value);
  const section = recordOf(record['section']);
  return {
    id: textOf(section, 'id'),
    key: textOf(section, 'key'),
    number: textOf(section, 'number'),
    title: textOf(section, 'title'),
    mayAssign: record['mayAssign'] === true,
    items: listOf(record, 'items', parseFillIn),
  };
}

export function parsePlanFillIns(value: unknown): readonly PlanSection[] {
  return listOf(recordOf(value), 'sections', parsePlanSection);
}

function parseFinding(value: unknown): Finding {
  const record = recordOf(value);
  return {
    kind: wordOf(record, 'kind', findingKinds),
    section: textOf(record, 'section'),
    fillIn: textOf(record, 'fillIn'),
    words: textOf(record, 'words'),
  };
}

export function parseFindings(value: unknown): readonly Finding[] {
  return listOf(recordOf(value), 'items', parseFinding);
}

function parseChoice(value: unknown): Choice {
  const record = recordOf(value);
  const names = record['names'];
  return {
    id: textOf(record, 'id'),
    label: textOf(record, 'label'),
    names: Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [],
  };
}

export function parseChoices(value: unknown): readonly Choice[] {
  return listOf(recordOf(value), 'choices', parseChoice);
}

/// How many are done, and how many there are.
export interface Meter {
  filled: number;
  total: number;
}

export function meterOf(items: readonly { state: FillInState }[]): Meter {
  return { filled: items.filter(({ state }) => state !== 'open').length, total: items.length };
}

export function sumOf(meters: readonly Meter[]): Meter {
  return meters.reduce(
    (sum, each) => ({ filled: sum.filled + each.filled, total: sum.total + each.total }),
    { filled: 0, total: 0 },
  );
}

/// The section with an open fill-in that comes next in that direction, going round.
export function nextOpen(
  sections: readonly PlanSection[],
  order: readonly string[],
  from: string,
  direction: 1 | -1,
): PlanSection | undefined {
  const here = order.indexOf(from);
  const turned = [...order.slice(here + 1), ...order.slice(0, Math.max(here, 0))];
  const ways = direction === 1 ? turned : turned.reverse();
  const open = new Map(
    sections
      .filter(({ items }) => items.some(({ state }) => state === 'open'))
      .map((section) => [section.id, section]),
  );
  return ways.map((id) => open.get(id)).find((section) => section !== undefined);
}

/// What the page shows of all fill-ins.
export type Show = 'open' | 'mine' | 'late' | 'done';

export function isShown(show: Show, { state, owner }: FillIn): boolean {
  switch (show) {
    case 'open':
      return state === 'open';
    case 'mine':
      return state === 'open' && owner?.mine === true;
    case 'late':
      return owner?.late === true;
    case 'done':
      return state !== 'open';
  }
}
