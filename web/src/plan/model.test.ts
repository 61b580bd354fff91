import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type Level,
  nameOf,
  neighboursOf,
  outlineOf,
  type Plan,
  parsePlan,
  partOf,
  pathOf,
  planPages,
  sectionAt,
} from './model';

function section(key: string, level: Level, part?: string) {
  return {
    id: `id-${key}`,
    key,
    number: level === 'front' ? '' : key,
    title: `Over ${key}`,
    level,
    documentId: `document-${key}`,
    status: 'todo' as const,
    rights: 'write' as const,
    roles: [],
    hidden: false,
    changed: false,
    part: part === undefined ? undefined : `id-${part}`,
  };
}

const plan: Plan = {
  id: 'plan',
  title: 'Plan',
  municipality: 'Demostad',
  period: undefined,
  schemaVersion: 1,
  mayCoordinate: false,
  coordinators: [],
  version: 1,
  off: [],
  sections: [
    section('leeswijzer', 'front'),
    section('1', 'part'),
    section('2', 'part'),
    section('2.1', 'section', '2'),
    section('2.10', 'section', '2'),
    section('own-1', 'section', '2'),
    section('B1', 'annex'),
    section('B2', 'annex'),
  ],
};

const at = (slug: string) => sectionAt(plan, slug);

test('the outline groups sections by part, with what stands before and after', () => {
  const shape = outlineOf(plan.sections).map((group) => [
    group.kind,
    group.part?.key ?? '',
    group.sections.map((each) => each.key),
  ]);
  expect(shape).toEqual([
    ['front', '', ['leeswijzer']],
    ['part', '1', []],
    ['part', '2', ['2.1', '2.10', 'own-1']],
    ['annexes', '', ['B1', 'B2']],
  ]);
});

test('sections whose part may not be seen do not fall to the part before it', () => {
  const seen = [section('1', 'part'), section('2.1', 'section'), section('own-1', 'section')];
  const more = [section('3', 'part'), section('2.2', 'section', '3')];
  const shape = outlineOf([...seen, ...more]).map((group) => [
    group.part?.key ?? '',
    group.sections.map((each) => each.key),
  ]);
  expect(shape).toEqual([
    ['1', []],
    ['', ['2.1', 'own-1']],
    ['3', ['2.2']],
  ]);
});

test('an address finds its section, with or without points', () => {
  expect(pathOf('plan', '2.10')).toBe('/plannen/plan/2-10');
  expect(at('2-10')?.key).toBe('2.10');
  expect(at('2.10')?.key).toBe('2.10');
  expect(at('own-1')?.key).toBe('own-1');
  expect(at('9-9')).toBeUndefined();
  expect(sectionAt(plan, undefined)?.key).toBe('leeswijzer');
});

test('neighbours follow the order of reading', () => {
  const first = plan.sections[0];
  expect(first && neighboursOf(plan, first).before).toBeUndefined();
  const middle = at('2-1');
  expect(middle && neighboursOf(plan, middle).before?.key).toBe('2');
  expect(middle && neighboursOf(plan, middle).after?.key).toBe('2.10');
});

test('a section knows its part, a part and an annex have none', () => {
  const inside = at('own-1');
  expect(inside && partOf(plan, inside)?.key).toBe('2');
  const annex = at('B1');
  expect(annex && partOf(plan, annex)).toBeUndefined();
});

test('a name has its number where there is one', () => {
  expect(nameOf({ number: '3.9', title: 'Partners' })).toBe('3.9 Partners');
  expect(nameOf({ number: '', title: 'Leeswijzer' })).toBe('Leeswijzer');
});

test('an answer of another shape is refused', () => {
  expect(() => parsePlan({ id: 'x' })).toThrow();
  expect(() => parsePlan(null)).toThrow();
  const json = {
    id: 'x',
    title: 'X',
    municipality: { name: 'Demostad' },
    schemaVersion: 1,
    coordinators: [],
    version: 1,
    sections: [{ ...section('1', 'part'), level: 1, status: 'lost' }],
  };
  expect(() => parsePlan(json)).toThrow('status has an unknown value');
});

test('no section has the address of a page of the plan', () => {
  const app = readFileSync(join(import.meta.dirname, '../shell/App.tsx'), 'utf8');
  const pages = [...app.matchAll(/"\/plannen\/:planId\/([a-z]+)/g)].map((match) => match[1]);
  expect(new Set(pages)).toEqual(planPages);
  const front = { ...plan, sections: [...plan.sections, section('overzicht', 'front')] };
  const address = pathOf(plan.id, 'overzicht');
  expect(address).toBe('/plannen/plan/paragraaf-overzicht');
  expect(sectionAt(front, address.split('/').at(-1))?.key).toBe('overzicht');
});
