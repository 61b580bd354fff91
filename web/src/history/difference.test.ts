import { expect, test } from 'vitest';
import { countOf, differingIn, endsTurn, shownOf } from './difference';
import { type Block, type Change, type PlanVersion, parseDifference, type Run } from './model';

function run(text: string, change: Change, ...by: number[]): Run {
  return { text, change, by, marks: [], was: [] };
}

function block(change: Change, ...runs: Run[]): Block {
  const rest = { level: 0, inside: [], cell: undefined, notes: [] };
  return { kind: 'paragraph', change, runs, ...rest };
}

const same = block('same', run('gelijk', 'same'));

test('what changed stands between its neighbours, and the rest is folded', () => {
  const changed = block('changed', run('nieuw', 'added', 0));
  const shown = shownOf([same, same, same, same, changed, same, same]);
  expect(
    shown.map((each) => (each.kind === 'same' ? each.blocks.length : each.block.change)),
  ).toEqual([3, 'same', 'changed', 'same', 'same']);
});

test('a block that was moved is neither more words nor fewer', () => {
  const moved = block('moved-here', run('drie hele woorden', 'added', 0));
  const changed = block('changed', run('een, twee', 'added', 0), run(' - ', 'removed', 0));
  expect(countOf([moved, changed])).toEqual({ added: 2, removed: 0 });
});

test('who did it is said once behind all that is theirs in a row', () => {
  const first = run('een', 'removed', 0);
  expect(endsTurn(first, run('twee', 'added', 0))).toBe(false);
  expect(endsTurn(first, run('twee', 'added', 1))).toBe(true);
  expect(endsTurn(first, run('twee', 'same'))).toBe(true);
  expect(endsTurn(run('twee', 'same'), undefined)).toBe(false);
});

test('two versions of a plan differ in the sections whose text differs', () => {
  const held = (section: string, seq: number) => ({
    section,
    key: section,
    number: section,
    title: 'Titel',
    version: seq,
    seq,
    changed: false,
  });
  const version = (...sections: ReturnType<typeof held>[]): PlanVersion => ({
    id: 'id',
    number: 1,
    name: 'Naam',
    final: false,
    at: 0,
    by: undefined,
    sections,
  });
  const differing = differingIn(
    version(held('1', 4), held('2', 5), held('3', 6)),
    version(held('1', 4), held('2', 9), held('4', 1)),
  );
  expect(differing.map(({ key, from, to }) => [key, from?.seq, to?.seq])).toEqual([
    ['2', 5, 9],
    ['4', undefined, 1],
    ['3', 6, undefined],
  ]);
});

test('an answer that is no difference is refused', () => {
  expect(() => parseDifference({ from: 1, to: 2, head: 2, same: true, authors: [] })).toThrow();
  const answer = { from: 1, to: 2, head: 2, same: true, authors: [], blocks: [] };
  expect(parseDifference(answer).blocks).toEqual([]);
});
