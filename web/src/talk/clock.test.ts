import { expect, test } from 'vitest';
import { clockText, QuestionTimes } from './clock';

test('a clock reads as people say it', () => {
  expect(clockText(7000)).toBe('0:07');
  expect(clockText(750_500)).toBe('12:30');
  expect(clockText(3_725_000)).toBe('1:02:05');
  expect(clockText(-5)).toBe('0:00');
});

test('each question has its own time, which a reload keeps', () => {
  const times = new QuestionTimes('t');
  times.turnTo('a', 1000);
  times.turnTo('b', 4000);
  times.turnTo('a', 5000);
  expect(times.of('a', 6000)).toBe(4000);
  expect(times.of('b', 6000)).toBe(1000);
  times.turnTo('', 6000);
  expect(new QuestionTimes('t').of('a', 9000)).toBe(4000);
});
