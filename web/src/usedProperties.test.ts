import { expect, test } from 'vitest';
import { withoutUnused } from '../usedProperties';

const nobody = () => false;

test('a property stays that something reads, in any sheet, and what it is made of', () => {
  const sheets = [
    ':root{--a:var(--b);--b:#fff;--c:var(--d);--d:"x;}";--e:1px}',
    '.one{color:var(--a, red);--own:var(--e);width:var( --own )}',
  ];
  expect(withoutUnused(sheets, nobody)).toEqual([
    ':root{--a:var(--b);--b:#fff;--e:1px}',
    sheets[1],
  ]);
});

test('a property stays that a script names', () => {
  expect(withoutUnused([':root{--told:1;--untold:2}'], (name) => name === '--told')).toEqual([
    ':root{--told:1;}',
  ]);
});

test('what is no declaration of a property is left alone', () => {
  const css = '.a--b:hover{color:red}@media (width>1px){.c{transition:color 1s}}';
  expect(withoutUnused([css], nobody)).toEqual([css]);
});
