import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { keepReach } from './reach';
import { everybodyLeaves, meet, notes, press, shown, type } from './testing/people';

afterEach(everybodyLeaves);

const words = 'Het begon thuis en eindigde op school';

/// Two people with one note, each with the page open.
function two() {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  // Of two who write at once, the one with the higher id wins in Yjs.
  [one.clientID, other.clientID] = [1, 2];
  const anna = notes(one, 'a');
  type(anna, words);
  meet(one, other);
  const bram = notes(other, 'a');
  keepReach(one, () => true);
  keepReach(other, () => true);
  const hear = () => {
    // Both hear, and hear of what was put right.
    meet(one, other);
    meet(one, other);
  };
  return { anna, bram, hear, one, other };
}

function reaches(editor: Parameters<typeof shown>[0]) {
  return shown(editor).map(({ reach }) => reach);
}

test('a note cut in two while somebody says it is not for use is not for use at all', () => {
  const { anna, bram, hear } = two();
  anna.commands.setTextSelection(15);
  press(anna, 'Enter');
  bram.commands.setConfidentiality('unusable');
  hear();
  expect(reaches(anna)).toEqual(['unusable', 'unusable']);
  expect(shown(bram)).toEqual(shown(anna));
});

test('a note that was cut before keeps its half for use', () => {
  const { anna, bram, hear } = two();
  anna.commands.setTextSelection(15);
  press(anna, 'Enter');
  hear();
  bram.commands.setTextSelection(3);
  bram.commands.setConfidentiality('unusable');
  hear();
  expect(reaches(anna)).toEqual(['unusable', 'core']);
});

test('notes joined while one of them is said to be not for use are not for use', () => {
  const { anna, bram, hear } = two();
  anna.commands.setTextSelection(15);
  press(anna, 'Enter');
  hear();
  anna.commands.command(({ tr, state }) => {
    tr.join(state.doc.child(0).nodeSize);
    return true;
  });
  expect(shown(anna)).toHaveLength(1);
  bram.commands.setTextSelection(20);
  bram.commands.setConfidentiality('unusable');
  expect(reaches(bram)).toEqual(['core', 'unusable']);
  hear();
  expect(reaches(anna)).not.toContain('core');
  expect(shown(bram)).toEqual(shown(anna));
});

test('what was said to be not for use can be for use again, with what was cut off', () => {
  const { anna, bram, hear } = two();
  anna.commands.setTextSelection(15);
  press(anna, 'Enter');
  bram.commands.setConfidentiality('unusable');
  hear();
  for (const place of [3, 20]) {
    anna.commands.setTextSelection(place);
    anna.commands.setConfidentiality('core');
    hear();
  }
  expect(reaches(anna)).toEqual(['core', 'core']);
  expect(reaches(bram)).toEqual(['core', 'core']);
});

test('an undo takes back what was said, for everybody', () => {
  const { anna, bram, hear } = two();
  bram.commands.setConfidentiality('unusable');
  hear();
  expect(reaches(anna)).toEqual(['unusable']);
  bram.commands.undo();
  hear();
  expect(reaches(anna)).toEqual(['core']);
});

test('of two who say otherwise at once, the stricter one is heard', () => {
  for (const [first, second] of [
    ['open', 'unusable'],
    ['unusable', 'open'],
  ] as const) {
    const { anna, bram, hear } = two();
    anna.commands.setConfidentiality(first);
    bram.commands.setConfidentiality(second);
    hear();
    expect(reaches(anna)).toEqual(['unusable']);
    expect(reaches(bram)).toEqual(['unusable']);
  }
});
