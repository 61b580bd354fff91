import { isRecord, listOf, numberOf, recordOf, textOf, wordOf } from '../../api';
import { type Level, levels, type Status, statuses } from '../model';

export interface OverviewPartner {
  id: string;
  name: string;
  badge: string;
  colour: number;
}

/// What features count in a section, by what it is.
export type Counts = Readonly<Record<string, number>>;

/// The last that somebody wrote in a section.
export interface LastChange {
  atMs: number;
  /// Empty for who left.
  name: string;
  partner: OverviewPartner | undefined;
}

/// How far one section is.
export interface OverviewSection {
  id: string;
  key: string;
  number: string;
  title: string;
  level: Level;
  status: Status;
  /// My organisation's roles here.
  mine: readonly string[];
  changed: boolean;
  roles: readonly { partner: OverviewPartner; roles: readonly string[] }[];
  counts: Readonly<Record<string, Counts>>;
  last: LastChange | undefined;
}

export interface Overview {
  /// The features that count.
  counted: readonly string[];
  sections: readonly OverviewSection[];
}

export function parseOverview(json: unknown): Overview {
  const root = recordOf(json);
  return {
    counted: listOf(root, 'counted', (name) => String(name)),
    sections: listOf(root, 'sections', parseSection),
  };
}

function parseSection(json: unknown): OverviewSection {
  const root = recordOf(json);
  return {
    id: textOf(root, 'id'),
    key: textOf(root, 'key'),
    number: textOf(root, 'number'),
    title: textOf(root, 'title'),
    level: levels[numberOf(root, 'level')] ?? 'section',
    status: wordOf(root, 'status', statuses),
    mine: listOf(root, 'mine', (role) => String(role)),
    changed: root['changed'] === true,
    roles: listOf(root, 'roles', (item) => {
      const record = recordOf(item);
      return {
        partner: parsePartner(record['partner']),
        roles: listOf(record, 'roles', (role) => String(role)),
      };
    }),
    counts: Object.fromEntries(
      Object.entries(recordOf(root['counts'])).map(([name, counts]) => [name, parseCounts(counts)]),
    ),
    last: isRecord(root['last']) ? parseLast(root['last']) : undefined,
  };
}

function parseCounts(json: unknown): Counts {
  const root = recordOf(json);
  return Object.fromEntries(Object.keys(root).map((name) => [name, numberOf(root, name)]));
}

function parseLast(json: unknown): LastChange {
  const root = recordOf(json);
  const by = root['by'];
  return {
    atMs: numberOf(root, 'atMs'),
    name: isRecord(by) ? textOf(by, 'name') : '',
    partner: isRecord(by) ? parsePartner(by['partner']) : undefined,
  };
}

function parsePartner(json: unknown): OverviewPartner {
  const root = recordOf(json);
  return {
    id: textOf(root, 'id'),
    name: textOf(root, 'name'),
    badge: textOf(root, 'badge'),
    colour: numberOf(root, 'colour'),
  };
}

/// Features whose numbers this page has words for, in the order of its columns, with the panel
/// beside a section that shows what they count.
export const columns = [
  { name: 'fillin', panel: 'invulplekken' },
  { name: 'discussion', panel: 'opmerkingen' },
  { name: 'suggestion', panel: 'voorstellen' },
  { name: 'ask', panel: 'akkoord' },
] as const;

export type Column = (typeof columns)[number];

export function columnsOf({ counted }: Overview): readonly Column[] {
  return columns.filter(({ name }) => counted.includes(name));
}

export function countOf(section: OverviewSection, name: string, what: string): number {
  return section.counts[name]?.[what] ?? 0;
}

/// What still waits for somebody in a section, by feature.
export function openOf(section: OverviewSection, name: Column['name']): number {
  return countOf(section, name, name === 'ask' ? 'waiting' : 'open');
}

export function totalOf(overview: Overview, name: string, what: string): number {
  return overview.sections.reduce((sum, section) => sum + countOf(section, name, what), 0);
}

/// Which sections are shown: all, those where my organisation has a role, those with something
/// open; and of these, one status or any.
export interface Filter {
  show: 'all' | 'mine' | 'changed' | Column['name'];
  status: Status | undefined;
}

export function filterOf(search: URLSearchParams): Filter {
  const show = search.get('toon');
  const status = search.get('status');
  const column = columns.find(({ name }) => name === show)?.name;
  return {
    show: show === 'mine' || show === 'changed' ? show : (column ?? 'all'),
    status: statuses.find((each) => each === status),
  };
}

/// The address of a filter; without words where nothing is filtered.
export function searchOf({ show, status }: Filter): string {
  const search = new URLSearchParams();
  if (show !== 'all') {
    search.set('toon', show);
  }
  if (status !== undefined) {
    search.set('status', status);
  }
  return search.size === 0 ? '' : `?${search}`;
}

export function isShown(section: OverviewSection, { show, status }: Filter): boolean {
  const fits =
    show === 'all' ||
    (show === 'mine' && section.mine.length > 0) ||
    (show === 'changed' && section.changed) ||
    (show !== 'mine' && show !== 'changed' && openOf(section, show) > 0);
  return fits && (status === undefined || section.status === status);
}
