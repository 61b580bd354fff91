import { expect, test } from 'vitest';
import { type Act, actOf, markKeys, talkKeys } from './keys';
import { isInField } from './useKeysEverywhere';

function pressed(keys: string): Act | undefined {
  const parts = keys.split('-');
  const key = parts.at(-1) ?? '';
  const has = (name: string) => parts.includes(name);
  const code = /^\d$/.test(key)
    ? `Digit${key}`
    : key.length === 1
      ? `Key${key.toUpperCase()}`
      : key;
  return actOf(
    {
      key,
      code,
      altKey: has('Alt'),
      ctrlKey: has('Mod'),
      metaKey: false,
      shiftKey: has('Shift'),
    },
    false,
  );
}

test('every key of the list does something of its own', () => {
  const own = talkKeys.filter(({ keys }) => keys !== 'Enter' && keys !== 'Mod-z');
  const acts = own.map(({ keys }) => JSON.stringify(pressed(keys)));
  expect(acts.every((act) => act !== undefined)).toBe(true);
  expect(new Set(acts).size).toBe(own.length);
});

test('no key that writes a character, and none that a browser keeps for itself', () => {
  expect(actOf(at('a', 'KeyA', { altKey: false }), false)).toBe(undefined);
  expect(actOf(at('a', 'KeyA', {}), true)).toBe(undefined);
  expect(actOf(at('a', 'KeyA', { ctrlKey: true }), false)).toBe(undefined);
  expect(actOf(at('€', 'Digit2', { shiftKey: true }), false)).toBe(undefined);
  // The address bar, the menu, accents with Option on a Mac, and going back.
  const taken = ['d', 'f', 'e', 'u', 'i', 'h'];
  expect(Object.values(markKeys).filter((letter) => taken.includes(letter))).toEqual([]);
  for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'F4', ' ']) {
    expect(actOf(at(key, key, {}), false), key).toBe(undefined);
  }
});

test('the letter counts where the browser says it, else the place of the key', () => {
  expect(actOf(at('å', 'KeyA', {}), false)).toEqual({ kind: 'mark', value: 'action' });
  expect(actOf(at('a', 'KeyQ', {}), false)).toEqual({ kind: 'mark', value: 'action' });
  expect(actOf(at('!', 'Digit1', { shiftKey: true }), false)).toEqual({
    kind: 'confidentiality',
    value: 'open',
  });
});

function at(key: string, code: string, more: object) {
  return { key, code, altKey: true, ctrlKey: false, metaKey: false, shiftKey: false, ...more };
}

test('in a field of a form the keys are its own', () => {
  const heard = (tag: string) => {
    const element = document.body.appendChild(document.createElement(tag));
    let inField: boolean | undefined;
    element.addEventListener('keydown', (event) => {
      inField = isInField(event);
    });
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    element.remove();
    return inField;
  };
  expect(['input', 'textarea', 'select', 'button', 'div'].map(heard)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
