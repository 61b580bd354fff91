import { expect, test } from 'vitest';
import { type Session, safeReturn } from '../identity';
import { capsOf } from './keyHelp';
import { matching, type Target } from './palette';
import { after } from './session';

const session: Session = {
  member: {
    id: 'm',
    name: 'Bram',
    email: 'b@demo.test',
    administrator: false,
    operator: false,
    contact: false,
    byLink: false,
  },
  partner: { id: 'p', name: 'GGD', badge: 'GG', colour: 1 },
  municipality: { id: 'g', name: 'Demostad' },
  session: { kind: 'password', secondFactorDue: false },
};

test('a session that ends while somebody works keeps them on their page', () => {
  const signedIn = after({ kind: 'unknown' }, session);
  expect(signedIn).toEqual({ kind: 'signed-in', session, expired: false });
  expect(after(signedIn, undefined)).toEqual({ kind: 'signed-in', session, expired: true });
  expect(after({ kind: 'unknown' }, undefined)).toEqual({ kind: 'signed-out', left: false });
  expect(after({ kind: 'signed-in', session, expired: true }, session)).toEqual(signedIn);
});

test('signing in goes back to pages of ours only', () => {
  expect(safeReturn('/plannen/x/3-9')).toBe('/plannen/x/3-9');
  for (const wrong of [null, '', 'https://elsewhere.test', '//elsewhere.test', '/\\elsewhere']) {
    expect(safeReturn(wrong)).toBe('/');
  }
});

test('the palette finds by number, by part of a word and without accents', () => {
  const target = (name: string): Target => ({ kind: 'section', name, path: name });
  const targets = ['3.9 Partners', '3.10 Coöperatie', '5.3 Uitgaan'].map(target);
  const names = (words: string) => matching(targets, words).map((each) => each.name);
  expect(names('3.9')).toEqual(['3.9 Partners']);
  expect(names('coop')).toEqual(['3.10 Coöperatie']);
  expect(names('3')).toEqual(['3.9 Partners', '3.10 Coöperatie', '5.3 Uitgaan']);
  expect(names('gaan 5')).toEqual(['5.3 Uitgaan']);
  expect(names('niets')).toEqual([]);
});

test('keys are shown as the caps of the keyboard', () => {
  expect(capsOf('Mod-Alt-f', false)).toEqual(['Ctrl', 'Alt', 'F']);
  expect(capsOf('Mod-k', true)).toEqual(['⌘', 'K']);
  expect(capsOf('Alt-ArrowDown', false)).toEqual(['Alt', '↓']);
});
