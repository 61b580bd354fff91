import { expect, test } from 'vitest';
import { linesOf, parseDeeds, parsePeople, secretOf, wayOf } from './model';

test('only lines that are an address of this site are links', () => {
  const body =
    'Beste Els,\nhttp://x.test/ga#token=a\nhttp://x.test.kwaad.test/\nkijk http://x.test/';
  expect(linesOf(body, 'http://x.test').map((line) => line.path)).toEqual([
    '',
    '/ga#token=a',
    '',
    '',
  ]);
});

test('the secret of a link stands after its hash sign', () => {
  expect(secretOf('#token=a-b_c', 'token')).toBe('a-b_c');
  expect(secretOf('', 'token')).toBe('');
  expect(secretOf('#adres=x', 'token')).toBe('');
});

test('who was erased has no name', () => {
  const item = { id: 'm', partner: 'p', name: null, removed: true };
  expect(parsePeople({ items: [item] })[0]).toMatchObject({ name: '', email: '', removed: true });
  const deed = { at: 't', action: 'a', objectKind: 'member', result: 'done', origin: '' };
  const page = parseDeeds({ items: [{ ...deed, actor: { id: 'm', name: null } }] });
  expect(page.items[0]?.actor).toEqual({ id: 'm', name: '' });
  expect(page.next).toBe('');
  expect(() => parseDeeds({ items: [{ ...deed, result: 'perhaps' }] })).toThrow();
});

test('a personal link leads to a path of this site, and to no other', () => {
  const hash = (path: string) => `#token=a&naar=${encodeURIComponent(path)}`;
  expect(wayOf(hash('/plannen/x/3-1?paneel=opmerkingen'))).toBe(
    '/plannen/x/3-1?paneel=opmerkingen',
  );
  for (const bad of ['//kwaad.test', '/\\kwaad.test', 'https://kwaad.test', 'javascript:x', '']) {
    expect(wayOf(hash(bad))).toBe('/');
  }
  expect(wayOf('#token=a')).toBe('/');
});
