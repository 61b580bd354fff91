import { expect, test } from 'vitest';
import {
  begin,
  besides,
  change,
  type Edit,
  emptyFields,
  mayMove,
  placeOf,
  redo,
  undo,
  type Work,
} from './edit';
import {
  always,
  type Content,
  contentJson,
  type Group,
  parseContent,
  type Question,
} from './model';

function question(id: string): Question {
  return { id, text: `Vraag ${id}`, probes: [], when: always };
}

function group(id: string, ...questions: readonly string[]): Group {
  return { id, title: `Groep ${id}`, when: always, questions: questions.map(question) };
}

const list: Content = {
  title: 'Lijst',
  goal: 'Weten wat er speelt',
  groups: [group('a', 'a1', 'a2'), group('b'), group('c', 'c1')],
};

/// Ids in their order: `a: a1 a2 | b: | c: c1`.
function shape(content: Content): string {
  return content.groups
    .map(({ id, questions }) => `${id}: ${questions.map((each) => each.id).join(' ')}`.trim())
    .join(' | ');
}

function done(...edits: readonly Edit[]): Work {
  return edits.reduce((work, edit, index) => change(work, edit, index * 10_000), begin(list));
}

test('a question moves through its group and on to the next, with its id', () => {
  const down: Edit = { kind: 'move', id: 'a1', by: 1 };
  const up: Edit = { kind: 'move', id: 'c1', by: -1 };
  expect(shape(done(down).content)).toBe('a: a2 a1 | b: | c: c1');
  expect(shape(done(down, down).content)).toBe('a: a2 | b: a1 | c: c1');
  expect(shape(done(down, down, down).content)).toBe('a: a2 | b: | c: a1 c1');
  expect(shape(done(up).content)).toBe('a: a1 a2 | b: c1 | c:');
  expect(shape(done({ kind: 'move', id: 'a1', by: -1 }).content)).toBe(shape(list));
  expect(mayMove(list, 'a1', -1)).toBe(false);
  expect(mayMove(list, 'a1', 1)).toBe(true);
  expect(mayMove(list, 'c1', 1)).toBe(false);
});

test('a group moves with its questions', () => {
  expect(shape(done({ kind: 'move', id: 'a', by: 1 }).content)).toBe('b: | a: a1 a2 | c: c1');
  expect(mayMove(list, 'a', -1)).toBe(false);
  expect(mayMove(list, 'c', 1)).toBe(false);
});

test('what is added and removed leaves the ids of the others alone', () => {
  const work = done(
    { kind: 'add-question', group: 'a', id: 'new', after: 'a1' },
    { kind: 'add-group', id: 'd' },
    { kind: 'remove', id: 'a2' },
    { kind: 'remove', id: 'c' },
  );
  expect(shape(work.content)).toBe('a: a1 new | b: | d:');
  expect(emptyFields(work.content)).toEqual(['new', 'd']);
});

test('every step is undone and done again, to the letter', () => {
  const edits: Edit[] = [
    { kind: 'title', text: 'Andere titel' },
    { kind: 'move', id: 'a1', by: 1 },
    { kind: 'when', of: 'b', when: { partnerKinds: ['police'], experiment: true } },
    { kind: 'probes', question: 'a1', probes: ['Wie?', ''] },
    { kind: 'remove', id: 'a' },
    { kind: 'add-group', id: 'd' },
  ];
  let work = done(...edits);
  const last = work.content;
  const states = [...work.past];
  for (const state of states.toReversed()) {
    work = undo(work);
    expect(work.content).toEqual(state);
  }
  expect(work.content).toEqual(list);
  expect(undo(work)).toBe(work);
  for (const _ of edits) {
    work = redo(work);
  }
  expect(work.content).toEqual(last);
  expect(redo(work)).toBe(work);
});

test('letters typed in one go are undone in one go, and those after a pause by themselves', () => {
  const type = (work: Work, text: string, at: number) =>
    change(work, { kind: 'question-text', question: 'a1', text }, at);
  let work = type(type(begin(list), 'H', 0), 'Ho', 200);
  work = type(work, 'Hoe', 5_000);
  expect(undo(work).content.groups[0]?.questions[0]?.text).toBe('Ho');
  expect(undo(undo(work)).content).toEqual(list);
});

test('the focus goes to what takes the place of what is gone', () => {
  expect(besides(list, 'a1')).toBe('a2');
  expect(besides(list, 'a2')).toBe('a1');
  expect(besides(list, 'c1')).toBeUndefined();
  expect(besides(list, 'b')).toBe('c');
});

test('what is sent is what is read again', () => {
  const work = done(
    { kind: 'when', of: 'a1', when: { partnerKinds: ['police'], experiment: false } },
    { kind: 'when', of: 'b', when: { partnerKinds: [], experiment: true } },
    { kind: 'probes', question: 'c1', probes: [' Wie? ', ' '] },
  );
  const read = parseContent(JSON.parse(JSON.stringify(contentJson(work.content))));
  expect(read.groups[2]?.questions[0]?.probes).toEqual(['Wie?']);
  expect({ ...read, groups: read.groups.slice(0, 2) }).toEqual({
    ...work.content,
    groups: work.content.groups.slice(0, 2),
  });
});

test('a field that the server names is found', () => {
  expect(placeOf(list, 'groups[0].questions[1].text')).toBe('a2');
  expect(placeOf(list, 'groups[2].title')).toBe('c');
  expect(placeOf(list, 'title')).toBe('title');
  expect(placeOf(list, 'groups[9].title')).toBe('groups[9].title');
});
