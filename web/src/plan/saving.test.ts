import { expect, test } from 'vitest';
import { spokenTime } from '../base/when';
import { summaryOf } from './saving';

const saved = { kind: 'saved', at: 1 } as const;

test('saved is said only when every open document is', () => {
  expect(summaryOf([])).toEqual({ kind: 'saved' });
  expect(summaryOf([{ section: 'a', state: saved }])).toEqual({ kind: 'saved' });
  const summary = summaryOf([
    { section: '3.9', state: saved },
    { section: '3.8', state: { kind: 'unsaved', reason: 'offline', since: 5, count: 2 } },
  ]);
  expect(summary).toEqual({
    kind: 'unsaved',
    reason: 'offline',
    since: 5,
    count: 2,
    sections: ['3.8'],
  });
});

test('typing is said while nothing worse is', () => {
  const typing = { section: 'a', state: { kind: 'typing' } } as const;
  expect(summaryOf([typing, { section: 'b', state: saved }])).toEqual({ kind: 'typing' });
  const away = { kind: 'unsaved', reason: 'storage', since: 3, count: 1 } as const;
  expect(summaryOf([typing, { section: 'b', state: away }]).kind).toBe('unsaved');
});

test('the oldest worry gives the reason, but a refusal goes first', () => {
  const offline = { kind: 'unsaved', reason: 'offline', since: 9, count: 1 } as const;
  const older = { kind: 'unsaved', reason: 'storage', since: 4, count: 1 } as const;
  const refused = { kind: 'unsaved', reason: 'refused', since: 20, count: 1 } as const;
  const of = (...states: (typeof offline | typeof older | typeof refused)[]) =>
    summaryOf(states.map((state, index) => ({ section: `${index}`, state })));
  expect(of(offline, older)).toMatchObject({ reason: 'storage', since: 4, count: 2 });
  expect(of(older, refused)).toMatchObject({ reason: 'refused' });
});

test('a text without words that wait is no worry, whatever its connection', () => {
  for (const reason of ['connecting', 'offline', 'storage'] as const) {
    const idle = { kind: 'unsaved', reason, since: 1, count: 0 } as const;
    expect(summaryOf([{ section: 'a', state: idle }])).toEqual({ kind: 'saved' });
    const away = { kind: 'unsaved', reason: 'offline', since: 9, count: 2 } as const;
    const summary = summaryOf([
      { section: 'a', state: idle },
      { section: 'b', state: away },
    ]);
    expect(summary).toMatchObject({ reason: 'offline', since: 9, count: 2, sections: ['b'] });
  }
  const refused = { kind: 'unsaved', reason: 'refused', since: 1, count: 0 } as const;
  expect(summaryOf([{ section: 'a', state: refused }]).kind).toBe('unsaved');
});

test('times are said as people say them', () => {
  const words = { yesterday: (time: string) => `gisteren ${time}` };
  const now = new Date(2026, 10, 23, 16, 0).getTime();
  const say = (day: number) =>
    spokenTime(new Date(2026, 10, day, 14, 3).getTime(), now, 'nl', words);
  expect(say(23)).toBe('14:03');
  expect(say(22)).toBe('gisteren 14:03');
  expect(say(9)).toBe('9 november 14:03');
});
