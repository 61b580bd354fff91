import { stdout } from 'node:process';
import { expect, test } from 'vitest';
import { personalIn } from '.';
import { passesElevenTest } from './bsn';
import { type Measured, measure } from './testing/measure';
import { builtOn, hard, setApart } from './testing/sentences';

const year = 2026;

function say(text: string): void {
  stdout.write(`${text}\n`);
}

function percent(part: number, whole: number): number {
  return Math.round((100 * part) / whole);
}

function recallOf({ found }: Measured): number {
  const all = [...found.values()];
  const sum = (pick: (one: { of: number; seen: number }) => number) =>
    all.reduce((total, one) => total + pick(one), 0);
  return percent(
    sum((one) => one.seen),
    sum((one) => one.of),
  );
}

function told(name: string, sentences: readonly string[], measured: Measured): string {
  const kinds = [...measured.found].map(([kind, { of, seen }]) => `${kind} ${seen}/${of}`);
  const { of, warned } = measured.clean;
  return [
    `${name}: ${sentences.length} sentences, ${recallOf(measured)}% seen (${kinds.join(', ')})`,
    `  warned in vain in ${warned} of ${of} sentences (${percent(warned, of)}%)`,
    ...measured.missed.map((line) => `  missed ${line}`),
    ...measured.inVain.map((line) => `  in vain ${line}`),
  ].join('\n');
}

test('what it was built on: 95% seen, 3% in vain at most', () => {
  const measured = measure(builtOn, year);
  say(told('built on', builtOn, measured));
  expect(recallOf(measured)).toBeGreaterThanOrEqual(95);
  expect(measured.clean.warned / measured.clean.of).toBeLessThanOrEqual(0.03);
});

test('what was set apart: at least what is written down in decision 113', () => {
  const measured = measure(setApart, year);
  say(told('set apart', setApart, measured));
  expect(recallOf(measured)).toBeGreaterThanOrEqual(95);
  expect(measured.clean.warned / measured.clean.of).toBeLessThanOrEqual(0.04);
});

test('what is hard: at least what is written down in decision 113', () => {
  const measured = measure(hard, year);
  say(told('hard', hard, measured));
  expect(recallOf(measured)).toBeGreaterThanOrEqual(25);
  expect(measured.clean.warned / measured.clean.of).toBeLessThanOrEqual(0.15);
});

test('the sets are large, balanced, and have nothing in common', () => {
  const all = [...builtOn, ...setApart, ...hard];
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(new Set(all).size).toBe(all.length);
  const personal = all.filter((sentence) => sentence.includes('[')).length;
  expect(Math.abs(personal / all.length - 0.5)).toBeLessThan(0.05);
});

test('a bracket of the sentence is no part of a number, one of the number is', () => {
  const seen = (text: string) => personalIn(text, year).map((one) => one.text);
  expect(seen('Zij belt (06-12345678).')).toEqual(['06-12345678']);
  expect(seen('Thuis is het (0115) 12 34 56.')).toEqual(['(0115) 12 34 56']);
});

test('the eleven test takes nine digits, eight with a nought before, and no noughts alone', () => {
  expect(passesElevenTest('123456782')).toBe(true);
  expect(passesElevenTest('123456789')).toBe(false);
  expect(passesElevenTest('12345672')).toBe(true);
  expect(passesElevenTest('000000000')).toBe(false);
  expect(passesElevenTest('1234567820')).toBe(false);
});
