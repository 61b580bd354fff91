import { getSchema } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { schemaExtensions } from '../editor/schema';
import { choose, chosenOf, decide, goTo, resolve, setWords } from './deeds';
import type { Choice } from './model';
import { hasOpenBeyond, placeAt, placesOf, type TextPlace } from './places';

const schema = getSchema(
  schemaExtensions({
    labels: () => {
      throw new Error('no labels here');
    },
    folds: { isFolded: () => false, remember: () => {} },
    onOpenSection: () => {},
    onDescribeImage: () => {},
  }),
);

const choices: readonly Choice[] = [
  { id: 'family', label: 'Het gezin', names: ['Gezin', 'Thuis'] },
  { id: 'work', label: 'Werkomgeving', names: [] },
  { id: 'media', label: '(Sociale) media', names: [] },
];

function node(name: string, attrs: object, ...content: (PmNode | string)[]): PmNode {
  const children = content.map((each) => (typeof each === 'string' ? schema.text(each) : each));
  return schema.node(name, { ...attrs }, children);
}

function paragraph(...content: (PmNode | string)[]): PmNode {
  return node('paragraph', {}, ...content);
}

function list(...items: string[]): PmNode {
  return node('bulletList', {}, ...items.map((each) => node('listItem', {}, paragraph(each))));
}

function stateOf(...blocks: PmNode[]): EditorState {
  return EditorState.create({ schema, doc: schema.node('doc', null, blocks) });
}

function first(state: EditorState): TextPlace {
  const [place] = placesOf(state.doc);
  if (place === undefined) {
    throw new Error('no place');
  }
  return place;
}

function words({ doc }: { doc: PmNode }): string {
  return doc.textBetween(0, doc.content.size, ' / ');
}

function block(open: boolean, ...content: PmNode[]): PmNode {
  const state = open ? 'open' : 'filled';
  return node('fillInBlock', { id: 'a', kind: 'choice', register: 'r', state }, ...content);
}

function pick(state: EditorState, id: string, chosen = true): EditorState {
  return state.apply(choose(state, first(state), choices, id, chosen));
}

test('explanations and dropped examples hold nothing to do', () => {
  const inside = paragraph(node('fillIn', { id: 'x' }, '…'));
  expect(placesOf(stateOf(node('help', {}, inside)).doc)).toEqual([]);
  expect(placesOf(stateOf(node('example', { decision: 'drop' }, inside)).doc)).toHaveLength(1);
  expect(placesOf(stateOf(node('example', { decision: 'keep' }, inside)).doc)).toHaveLength(2);
});

test('a filled place becomes plain text in one step, with its unit', () => {
  const place = node('fillIn', { id: 'x', unit: 'procent', state: 'filled' }, '12');
  const state = stateOf(paragraph('Ooit ', place, ' gebruikte het.'));
  const tr = resolve(state, first(state));
  expect(words(tr)).toBe('Ooit 12\u00a0procent gebruikte het.');
  expect(placesOf(tr.doc)).toEqual([]);
});

test('blocks stay blocks when their place becomes plain text', () => {
  const state = stateOf(paragraph('voor'), block(false, paragraph('een'), list('twee')));
  const tr = resolve(state, first(state));
  expect(tr.doc.childCount).toBe(3);
  expect(words(tr)).toBe('voor / een / twee');
});

test('the first choice takes away what was only offered, and leaves words of one’s own', () => {
  const state = stateOf(
    block(true, paragraph('Dit zijn:'), list('Het gezin', 'Werkomgeving', 'De haven', '…')),
  );
  expect(chosenOf(first(state), choices).size).toBe(0);
  const next = pick(state, 'work');
  expect(words(next)).toBe('Dit zijn: / Werkomgeving / De haven');
  expect([...chosenOf(first(next), choices)]).toEqual(['work']);
  expect(first(next).open).toBe(false);
});

test('choices stand in the order of the register, under whatever name they were', () => {
  const state = stateOf(block(false, list('thuis.', 'De haven')));
  expect([...chosenOf(first(state), choices)]).toEqual(['family']);
  const two = pick(pick(state, 'media'), 'work');
  expect(words(two)).toBe('thuis. / Werkomgeving / (Sociale) media / De haven');
  expect(words(pick(two, 'work', false))).toBe('thuis. / (Sociale) media / De haven');
});

test('the last choice taken back leaves the place open', () => {
  const state = pick(stateOf(block(false, list('Werkomgeving'))), 'work', false);
  expect(first(state).open).toBe(true);
});

test('choices within a sentence', () => {
  const inline = node('fillIn', { id: 'x', kind: 'list', register: 'r', state: 'open' }, '…');
  let state = stateOf(paragraph('Bij ', inline, '.'));
  const settle = (tr: Transaction) =>
    state.apply(tr.setNodeAttribute(first(state).position, 'state', 'filled'));
  state = settle(choose(state, first(state), choices, 'media', true));
  state = settle(choose(state, first(state), choices, 'family', true));
  expect(words(state)).toBe('Bij Het gezin en (Sociale) media.');
  expect([...chosenOf(first(state), choices)].sort()).toEqual(['family', 'media']);
  state = settle(setWords(state, first(state), 'Het gezin, de haven en (Sociale) media'));
  state = settle(choose(state, first(state), choices, 'family', false));
  expect(words(state)).toBe('Bij (Sociale) media en de haven.');
});

test('a decision is an attribute, and the caret finds its place', () => {
  const state = stateOf(
    paragraph('x'),
    node('example', { id: 'e' }, paragraph('Zo doen wij het.')),
  );
  const next = state.apply(decide(state, first(state), 'keep'));
  expect(first(next).decision).toBe('keep');
  const there = next.apply(goTo(next, first(next)));
  expect(placeAt(there)?.id).toBe('e');
});

test('it is known whether an open place comes after the caret', () => {
  const open = (id: string) => node('fillIn', { id, state: 'open' }, '…');
  const state = stateOf(paragraph(open('a')), paragraph('tussen'), paragraph(open('b')));
  const at = (place: TextPlace | undefined) => (place ? state.apply(goTo(state, place)) : state);
  const [one, two] = placesOf(state.doc);
  expect(hasOpenBeyond(at(one), 1)).toBe(true);
  expect(hasOpenBeyond(at(one), -1)).toBe(false);
  expect(hasOpenBeyond(at(two), 1)).toBe(false);
  expect(hasOpenBeyond(at(two), -1)).toBe(true);
});
