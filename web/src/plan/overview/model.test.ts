import { expect, test } from 'vitest';
import {
  columnsOf,
  filterOf,
  isShown,
  type OverviewSection,
  openOf,
  parseOverview,
  searchOf,
  totalOf,
} from './model';

const partner = { id: 'p', name: 'GGD', badge: 'GG', colour: 3 };

function section(key: string, over: Partial<Record<keyof OverviewSection, unknown>> = {}) {
  return {
    id: `id-${key}`,
    key,
    number: key,
    title: `Over ${key}`,
    level: 2,
    status: 'todo',
    mine: [],
    changed: false,
    roles: [{ partner, roles: ['executing'] }],
    counts: { discussion: { open: 1, resolved: 4 }, fillin: { open: 2, total: 3 }, later: {} },
    last: null,
    ...over,
  };
}

const overview = parseOverview({
  counted: ['discussion', 'later', 'fillin'],
  sections: [
    section('3.1'),
    section('3.2', { mine: ['executing'], status: 'draft', counts: {} }),
    section('3.3', {
      changed: true,
      last: { atMs: 5, by: { id: 'm', name: '', partner } },
      counts: { discussion: { open: 2 }, ask: { waiting: 1 } },
    }),
    section('3.4', { last: { atMs: 6, by: null } }),
  ],
});

const shown = (address: string) =>
  overview.sections
    .filter((each) => isShown(each, filterOf(new URLSearchParams(address))))
    .map(({ key }) => key);

test('columns are those of features that count and that the page knows', () => {
  expect(columnsOf(overview).map(({ name }) => name)).toEqual(['fillin', 'discussion']);
});

test('numbers add up over the sections, and what is not counted is nothing', () => {
  expect(totalOf(overview, 'discussion', 'open')).toBe(4);
  expect(totalOf(overview, 'fillin', 'total')).toBe(6);
  expect(totalOf(overview, 'nothing', 'open')).toBe(0);
  expect(overview.sections.map((each) => openOf(each, 'ask'))).toEqual([0, 0, 1, 0]);
});

test('who wrote last may have left, and may not be known', () => {
  expect(overview.sections.map(({ last }) => last)).toEqual([
    undefined,
    undefined,
    { atMs: 5, name: '', partner },
    { atMs: 6, name: '', partner: undefined },
  ]);
});

test('a filter shows mine, what changed, what is open, and one status', () => {
  expect(shown('')).toEqual(['3.1', '3.2', '3.3', '3.4']);
  expect(shown('toon=mine')).toEqual(['3.2']);
  expect(shown('toon=changed')).toEqual(['3.3']);
  expect(shown('toon=fillin')).toEqual(['3.1', '3.4']);
  expect(shown('toon=ask')).toEqual(['3.3']);
  expect(shown('status=draft')).toEqual(['3.2']);
  expect(shown('toon=mine&status=todo')).toEqual([]);
  expect(shown('toon=iets&status=iets')).toEqual(['3.1', '3.2', '3.3', '3.4']);
});

test('a filter has an address that leads back to it', () => {
  expect(searchOf({ show: 'all', status: undefined })).toBe('');
  for (const show of ['all', 'mine', 'changed', 'discussion'] as const) {
    for (const status of [undefined, 'agreed'] as const) {
      const address = searchOf({ show, status });
      expect(filterOf(new URLSearchParams(address))).toEqual({ show, status });
    }
  }
});
