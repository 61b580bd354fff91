import { expect, test } from 'vitest';
import { fits } from './numbers';

test('numbers as people write them', () => {
  for (const words of ['0', '12', ' 12,5 ', '1.234', '1.234.567,89', '-3', '1234567']) {
    expect(fits('number', words), words).toBe(true);
  }
  for (const words of ['', 'twaalf', '12.5', '1,2,3', '1.23.456', '12 %', '1e5', '١٢']) {
    expect(fits('number', words), words).toBe(false);
  }
});

test('percentages go from 0 to 100, with or without their sign', () => {
  expect(fits('percentage', '12,5 %')).toBe(true);
  expect(fits('percentage', '100')).toBe(true);
  expect(fits('percentage', '101')).toBe(false);
  expect(fits('percentage', '-1')).toBe(false);
});

test('a year has four digits and is of now', () => {
  expect(fits('year', '2027')).toBe(true);
  expect(fits('year', '2027–2030')).toBe(true);
  expect(fits('year', '2027 tot en met 2030')).toBe(true);
  expect(fits('year', '2030–2027')).toBe(false);
  expect(fits('year', '27')).toBe(false);
  expect(fits('year', '3027')).toBe(false);
});
