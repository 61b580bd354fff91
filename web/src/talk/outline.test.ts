import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addedQuestions, addQuestion, general, notesOf, setState, stateOf } from './document';
import { neighbourOf, outlineOf, progressOf } from './outline';
import { topics } from './testing/people';

const school = { partnerKind: 'school', experiment: false, all: false };
const shop = { partnerKind: 'coffeeshop', experiment: false, all: false };

function write(doc: Y.Doc, question: string): void {
  const note = new Y.XmlElement('note');
  note.insert(0, [new Y.XmlText('Iets')]);
  notesOf(doc, question).push([note]);
}

function ids(doc: Y.Doc, around: Parameters<typeof outlineOf>[2]): string[] {
  return outlineOf(topics, doc, around).order.map(({ id }) => id);
}

test('groups for another kind of partner are left out, and said to be', () => {
  const doc = new Y.Doc();
  expect(ids(doc, school)).toEqual(['wat-ziet-u', 'bij-wie', general]);
  expect(outlineOf(topics, doc, school).left).toBe(2);
  expect(ids(doc, shop)).toEqual(['wat-ziet-u', 'bij-wie', 'verkoop', general]);
  expect(ids(doc, { ...shop, experiment: true })).toContain('keten');
  expect(ids(doc, { ...school, all: true })).toContain('keten');
});

test('a question with notes or a state is there, whoever it is for', () => {
  const doc = new Y.Doc();
  write(doc, 'verkoop');
  setState(doc, 'keten', { kind: 'skipped' });
  const outline = outlineOf(topics, doc, school);
  expect(outline.order.filter(({ foreign }) => foreign).map(({ id }) => id)).toEqual([
    'verkoop',
    'keten',
  ]);
  expect(outline.left).toBe(0);
});

test('notes whose question went from the list still have a place', () => {
  const doc = new Y.Doc();
  write(doc, 'van-vroeger');
  expect(ids(doc, school)).toEqual(['wat-ziet-u', 'bij-wie', 'van-vroeger', general]);
});

test('the question that is open stays, also when its last note went', () => {
  const doc = new Y.Doc();
  write(doc, 'van-vroeger');
  notesOf(doc, 'van-vroeger').delete(0, 1);
  expect(ids(doc, school)).not.toContain('van-vroeger');
  expect(ids(doc, { ...school, open: 'van-vroeger' })).toContain('van-vroeger');
  expect(ids(doc, { ...school, open: 'verkoop' })).toContain('verkoop');
  expect(outlineOf(topics, doc, { ...school, open: 'verkoop' }).left).toBe(1);
});

test('what was added stands behind its question, also one that was added', () => {
  const doc = new Y.Doc();
  const one = addQuestion(doc, '2', { text: ' En nu? ', group: 'beeld', after: 'wat-ziet-u' });
  const two = addQuestion(doc, '1', { text: 'En dan?', group: 'beeld', after: one });
  expect(ids(doc, school)).toEqual(['wat-ziet-u', one, two, 'bij-wie', general]);
  expect(addedQuestions(doc)[1]?.text).toBe('En nu?');
});

test('what was added behind something that is gone, or in a circle, is never lost', () => {
  const doc = new Y.Doc();
  addQuestion(doc, 'a', { text: 'A', group: 'beeld', after: 'weg' });
  addQuestion(doc, 'b', { text: 'B', group: 'weg', after: 'added-c' });
  addQuestion(doc, 'c', { text: 'C', group: 'weg', after: 'added-b' });
  const order = ids(doc, shop);
  expect(order.filter((id) => id.startsWith('added-')).sort()).toEqual([
    'added-a',
    'added-b',
    'added-c',
  ]);
  expect(new Set(order).size).toBe(order.length);
});

test('strange entries are no questions and no states', () => {
  const doc = new Y.Doc();
  doc.getMap('questions').set('wat-ziet-u', '{"text":"Anders"}');
  doc.getMap('questions').set('added-1', 'geen json');
  doc.getMap('questions').set('added-2', '{"text":" "}');
  doc.getMap('states').set('bij-wie', 'weg');
  expect(ids(doc, school)).toEqual(['wat-ziet-u', 'bij-wie', general]);
  expect(stateOf(doc, 'bij-wie')).toEqual({ kind: 'open' });
});

test('states are counted, and go again', () => {
  const doc = new Y.Doc();
  setState(doc, 'wat-ziet-u', { kind: 'covered' });
  setState(doc, 'bij-wie', { kind: 'elsewhere', question: 'wat-ziet-u' });
  expect(stateOf(doc, 'bij-wie')).toEqual({ kind: 'elsewhere', question: 'wat-ziet-u' });
  expect(progressOf(outlineOf(topics, doc, school))).toEqual({ done: 2, total: 2 });
  setState(doc, 'bij-wie', { kind: 'open' });
  expect(progressOf(outlineOf(topics, doc, school))).toEqual({ done: 1, total: 2 });
});

test('one goes from question to question and stops at the ends', () => {
  const outline = outlineOf(topics, new Y.Doc(), school);
  expect(neighbourOf(outline, 'wat-ziet-u', 1)).toBe('bij-wie');
  expect(neighbourOf(outline, 'wat-ziet-u', -1)).toBe('wat-ziet-u');
  expect(neighbourOf(outline, general, 1)).toBe(general);
});
