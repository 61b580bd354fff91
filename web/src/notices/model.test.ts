import { expect, test } from 'vitest';
import { groupsOf, kinds, type Notice, parsePage, parsePreferences } from './model';

const plan = { id: 'p', title: 'Plan' };

function json(id: string, section: string | null): Record<string, unknown> {
  return {
    id,
    kind: 'mention',
    at: 1,
    seen: false,
    plan,
    section: section === null ? null : { key: section, number: section, title: 'Preventie' },
    by: null,
    path: '/plannen/p',
  };
}

test('notices are grouped by where they are about, the newest place first', () => {
  const { items } = parsePage({
    items: [json('a', '3.1'), json('b', null), json('c', '3.1')],
    next: null,
  });
  const ids = groupsOf(items).map((group) => group.items.map((each: Notice) => each.id));
  expect(ids).toEqual([['a', 'c'], ['b']]);
});

test('a last page has no next', () => {
  expect(parsePage({ items: [], next: null }).next).toBeUndefined();
  expect(parsePage({ items: [], next: 'x' }).next).toBe('x');
});

test('what the server does not say is refused', () => {
  const ways = Object.fromEntries(kinds.map((kind) => [kind, 'digest']));
  const good = {
    ways,
    digestAt: '08:00',
    quietFrom: '20:00',
    quietTo: '07:00',
    weekends: false,
  };
  expect(parsePreferences(good).ways.mention).toBe('digest');
  expect(() => parsePreferences({ ...good, ways: { ...ways, mention: 'sms' } })).toThrow();
  expect(() => parsePage({ items: [{ ...json('a', null), kind: 'other' }], next: null })).toThrow();
});
