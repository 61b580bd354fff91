import { expect, test } from 'vitest';
import { type Draft, emptyDraft, isOff, mistakesOf, readDraft, requestOf } from './draft';
import type { TemplateSection } from './model';

const section = (key: string, level: TemplateSection['level']): TemplateSection => ({
  key,
  number: key,
  title: key,
  level,
});

const sections = [
  section('lees', 'front'),
  section('3', 'part'),
  section('3.1', 'section'),
  section('3.2', 'section'),
  section('B1', 'annex'),
];

const draft = (over: Partial<Draft>): Draft => ({ ...emptyDraft, title: 'Plan', ...over });

const mistakes = (over: Partial<Draft>) => mistakesOf(draft(over), sections);

test('a plan needs a name, and years that make a period or none', () => {
  expect(mistakes({})).toEqual([]);
  expect(mistakes({ title: '  ' })).toEqual(['title']);
  expect(mistakes({ from: '2027', to: ' 2030 ' })).toEqual([]);
  expect(mistakes({ from: '2027', to: '2027' })).toEqual([]);
  for (const [from, to] of [
    ['2030', '2027'],
    ['2027', ''],
    ['', '2027'],
    ['27', '30'],
    ['1999', '2001'],
    ['2099', '2101'],
    ['2027', '2e3'],
  ] as const) {
    expect(mistakes({ from, to }), `${from}-${to}`).toEqual(['years']);
  }
});

test('a part takes its sections with it, and something stays', () => {
  const off = draft({ scope: 'part', off: { '3': 'Nota' } });
  expect(sections.map(({ key }) => isOff(off, sections, key))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(mistakes({ scope: 'part', off: { lees: '', '3': '', B1: '' } })).toEqual(['off']);
  expect(mistakes({ scope: 'part', off: { lees: '', '3.1': '', B1: '' } })).toEqual([]);
});

test('the server is asked for what was said, and for nothing off in a whole plan', () => {
  expect(requestOf(draft({ title: ' Plan ', template: 't' }))).toEqual({
    title: 'Plan',
    template: 't',
    settings: [],
    'vulnerable-groups': [],
    without: [],
  });
  const off = { '3.1': 'Agenda' };
  expect(requestOf(draft({ from: '2027', to: '2030', off }))).toMatchObject({
    from: 2027,
    to: 2030,
  });
  expect(requestOf(draft({ off }))).not.toHaveProperty('off');
  expect(requestOf(draft({ scope: 'part', off }))).toMatchObject({ off });
});

test('a kept draft comes back as it was, and an odd one does no harm', () => {
  const kept = draft({ scope: 'part', off: { '3': 'x' }, groups: ['a'], without: ['p'] });
  expect(readDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect(readDraft({ title: 3, off: 'x', groups: [1, 'a'], scope: 'half' })).toEqual({
    ...emptyDraft,
    groups: ['a'],
  });
});
