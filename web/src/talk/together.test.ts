import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { randomOf } from '../editor/testing/people';
import { addQuestion, setState } from './document';
import { outlineOf } from './outline';
import { everybodyLeaves, meet, notes, press, textsOf, topics, type } from './testing/people';
import type { Topics } from './topics';

afterEach(everybodyLeaves);

const scripts = Number(process.env['SCRIPTS'] ?? 40);
const steps = 40;
const around = { partnerKind: 'school', experiment: false, all: true };

interface Script {
  random: () => number;
  docs: Y.Doc[];
  /// Each person's own order of the list: somebody may have another version of it.
  lists: Topics[];
  /// Where each word was typed.
  typed: Map<string, string>;
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const rest = [...list];
  const order: T[] = [];
  while (rest.length > 0) {
    order.push(...rest.splice(Math.floor(random() * rest.length), 1));
  }
  return order;
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

/// One random act of one person: write, split, add, skip, cover, answer elsewhere, see the list in
/// another order, hear of another.
function act(script: Script, step: number): void {
  const { random, docs, lists, typed } = script;
  const who = Math.floor(random() * docs.length);
  const doc = docs[who] as Y.Doc;
  const list = lists[who] as Topics;
  const ids = outlineOf(list, doc, around).order.map(({ id }) => id);
  const question = pick(ids, random);
  const chance = random();
  if (chance < 0.5) {
    const word = `«${step}»`;
    const editor = notes(doc, question);
    editor.commands.placeForNote();
    if (random() < 0.5) {
      editor.commands.setTextSelection(editor.state.doc.content.size - 1);
      press(editor, 'Enter');
    }
    type(editor, word);
    typed.set(word, question);
    everybodyLeaves();
  } else if (chance < 0.6) {
    addQuestion(doc, `${step}`, { text: `Vraag ${step}`, group: 'beeld', after: question });
  } else if (chance < 0.7) {
    setState(doc, question, { kind: random() < 0.5 ? 'skipped' : 'covered' });
  } else if (chance < 0.75) {
    setState(doc, question, { kind: 'elsewhere', question: pick(ids, random) });
  } else if (chance < 0.85) {
    lists[who] = { ...list, groups: shuffled(list.groups, random) };
  } else {
    meet(doc, pick(docs, random));
  }
}

test('notes stay with their question while others reorder, add and skip', () => {
  let written = 0;
  for (let seed = 1; seed <= scripts; seed++) {
    const random = randomOf(seed);
    const docs = [1, 2, 3].map(() => new Y.Doc());
    const script: Script = {
      random,
      docs,
      lists: docs.map(() => topics),
      typed: new Map(),
    };
    for (let step = 0; step < steps; step++) {
      act(script, step);
    }
    meet(...docs);
    meet(...docs);
    for (const doc of docs) {
      for (const [word, question] of script.typed) {
        const here = textsOf(doc, question).filter((text) => text.includes(word));
        expect(here, `seed ${seed}: ${word} under ${question}`).toHaveLength(1);
      }
      const seen = outlineOf(topics, doc, around).order.map(({ id, count }) => `${id} ${count}`);
      const first = outlineOf(topics, docs[0] as Y.Doc, around).order;
      expect(seen).toEqual(first.map(({ id, count }) => `${id} ${count}`));
      const counted = first.reduce((sum, { count }) => sum + count, 0);
      expect(counted, `seed ${seed}`).toBeGreaterThan(0);
    }
    written += script.typed.size;
  }
  expect(written).toBeGreaterThan(scripts * 10);
});
