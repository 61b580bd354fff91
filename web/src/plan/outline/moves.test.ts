import { expect, test } from 'vitest';
import type { Level, OffSection, Plan, Section } from '../model';
import { type Direction, isOff, moved, wholeOutline } from './moves';

/// An outline written as words: `~` what is in front, a capital a part, a letter a section, a
/// figure an annex; `-` before it switches it off.
function planOf(words: string): Plan {
  const sections: Section[] = [];
  const off: OffSection[] = [];
  words.split(' ').forEach((word, position) => {
    const name = word.replace('-', '');
    const section: Section = {
      id: name,
      key: name,
      number: '',
      title: name,
      level: levelOf(name),
      documentId: name,
      status: 'todo',
      rights: 'write',
      roles: [],
      hidden: false,
      changed: false,
      part: undefined,
    };
    if (word.startsWith('-')) {
      off.push({ ...section, elsewhere: '', position });
    } else {
      sections.push(section);
    }
  });
  return {
    id: 'plan',
    title: 'Plan',
    municipality: '',
    period: undefined,
    schemaVersion: 1,
    mayCoordinate: true,
    coordinators: [],
    version: 1,
    sections,
    off,
  };
}

function levelOf(name: string): Level {
  if (name.startsWith('~')) {
    return 'front';
  }
  return /\d/.test(name) ? 'annex' : /[A-Z]/.test(name) ? 'part' : 'section';
}

const after = (words: string, id: string, direction: Direction) =>
  moved(planOf(words), id, direction)?.join(' ');

test('what is switched off stands in its place', () => {
  const whole = wholeOutline(planOf('~x -A -a B b -c 1'));
  expect(whole.map((each) => (isOff(each) ? '-' : '') + each.id).join(' ')).toBe(
    '~x -A -a B b -c 1',
  );
});

test('a section goes up and down in its part, and from part to part', () => {
  expect(after('A a b B c', 'b', 'up')).toBe('A b a B c');
  expect(after('A a b B c', 'a', 'down')).toBe('A b a B c');
  expect(after('A a b B c', 'c', 'up')).toBe('A a b c B');
  expect(after('A a b B c', 'b', 'down')).toBe('A a B b c');
  expect(after('A B c', 'c', 'up')).toBe('A c B');
});

test('there is an end to going up and down', () => {
  expect(after('~x A a 1', 'a', 'up')).toBeUndefined();
  expect(after('~x A a 1', 'a', 'down')).toBeUndefined();
  expect(after('~x A a 1', '~x', 'down')).toBeUndefined();
  expect(after('~x A a 1', '1', 'up')).toBeUndefined();
  expect(after('~x A a', 'A', 'up')).toBeUndefined();
  expect(after('A a B b 1', 'B', 'down')).toBeUndefined();
  expect(after('A a', 'nothing', 'up')).toBeUndefined();
});

test('a part takes along what stands in it', () => {
  expect(after('~x A a b B c 1', 'B', 'up')).toBe('~x B c A a b 1');
  expect(after('~x A a b B c 1', 'A', 'down')).toBe('~x B c A a b 1');
});

test('what is switched off stays with its part', () => {
  expect(after('A a -b B c', 'B', 'up')).toBe('B c A a -b'.replace('-', ''));
  expect(after('A a -B -b C c', 'c', 'up')).toBe('A a c B b C');
  expect(after('A a -B -b C c', 'a', 'down')).toBe('A B b C a c');
  expect(after('A a -B -b C c', 'A', 'down')).toBe('B b C c A a');
});

test('front matter and annexes change places among themselves', () => {
  expect(after('~x ~y A a 1 2', '~y', 'up')).toBe('~y ~x A a 1 2');
  expect(after('~x ~y A a 1 2', '1', 'down')).toBe('~x ~y A a 2 1');
});

test('going down and up again is going nowhere', () => {
  const words = '~x ~y A a b B c -d C D e f 1 2';
  const plan = planOf(words);
  for (const { id } of plan.sections) {
    const down = moved(plan, id, 'down');
    const there = down && planOf(down.map((each) => (each === 'd' ? '-d' : each)).join(' '));
    expect(
      there === undefined || moved(there, id, 'up')?.join(' ') === words.replace('-', ''),
    ).toBe(true);
  }
});
