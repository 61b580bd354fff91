import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { schemaExtensions } from '../editor/schema';
import { dropChip, dropText } from './drop';
import { chipsIn } from './evidenceMarks';

const schema = getSchema(schemaExtensions());

type Json = { type: string; attrs?: Record<string, unknown>; content?: Json[]; text?: string };

const words = (text: string): Json => ({ type: 'text', text });
const paragraph = (...content: Json[]): Json => ({ type: 'paragraph', content });

function stateOf(content: Json[], at: number): EditorState {
  const doc = schema.nodeFromJSON({ type: 'doc', content });
  return EditorState.create({ doc, selection: TextSelection.create(doc, at) });
}

test('words with their chip come under the paragraph of the caret', () => {
  const state = stateOf([paragraph(words('Een')), paragraph(words('Twee'))], 2);
  const after = state.apply(dropText(state, 'Zo is het.', 'e1'));
  after.doc.check();
  expect(after.doc.childCount).toBe(3);
  expect(after.doc.child(1).textContent).toBe('Zo is het. ');
  expect(chipsIn(after.doc)).toEqual(['e1']);
  // The caret stands behind the chip.
  expect(after.selection.$from.parent).toBe(after.doc.child(1));
  expect(after.selection.$from.parentOffset).toBe(after.doc.child(1).content.size);
});

test('an empty paragraph is filled', () => {
  const state = stateOf([paragraph(words('Een')), paragraph()], 6);
  const after = state.apply(dropText(state, 'Zo is het.', 'e1'));
  after.doc.check();
  expect(after.doc.childCount).toBe(2);
  expect(after.doc.child(1).textContent).toBe('Zo is het. ');
});

test('in a list it stays in the item, in a heading it comes under it', () => {
  const item: Json = { type: 'listItem', content: [paragraph(words('Punt'))] };
  const list = stateOf([{ type: 'bulletList', content: [item] }], 4);
  const inList = list.apply(dropText(list, 'Zo.', 'e'));
  inList.doc.check();
  expect(inList.doc.child(0).child(0).childCount).toBe(2);
  const head = stateOf([{ type: 'heading', attrs: { level: 2 }, content: [words('Kop')] }], 2);
  const under = head.apply(dropText(head, 'Zo.', 'e'));
  under.doc.check();
  expect(under.doc.childCount).toBe(2);
  expect(under.doc.child(1).type.name).toBe('paragraph');
});

test('in a fill-in or a note it comes under the paragraph around it', () => {
  const note: Json = { type: 'footnote', attrs: { id: 'n' }, content: [words('Noot')] };
  const state = stateOf([paragraph(words('Een'), note)], 6);
  expect(state.selection.$from.parent.type.name).toBe('footnote');
  const after = state.apply(dropText(state, 'Zo.', 'e'));
  after.doc.check();
  expect(after.doc.childCount).toBe(2);
  expect(after.doc.child(0).textContent).toBe('EenNoot');
});

test('a chip alone stands behind what is selected', () => {
  const state = stateOf([paragraph(words('Een'))], 4);
  const tr = dropChip(state, 'e2');
  const after = tr === undefined ? state : state.apply(tr);
  after.doc.check();
  expect(chipsIn(after.doc)).toEqual(['e2']);
  expect(after.doc.child(0).lastChild?.type.name).toBe('evidence');
});
