import { Editor } from '@tiptap/core';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { anchorOf } from '../editor';
import { Collaboration } from '../editor/plugins/collaboration';
import { schemaExtensions } from '../editor/schema';
import { placesIn, showMarks, ThreadMarks, threadAt } from './threadMarks';

const words = 'de jongeren in de wijk';
const editors: Editor[] = [];

afterEach(() => {
  for (const editor of editors.splice(0)) {
    editor.destroy();
  }
});

function editorOn(doc: Y.Doc): Editor {
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: [
      ...schemaExtensions(),
      Collaboration.configure({ fragment: doc.getXmlFragment('default') }),
      ThreadMarks,
    ],
  });
  editors.push(editor);
  return editor;
}

function paragraph(text: string): Y.XmlElement {
  const made = new Y.XmlElement('paragraph');
  made.insert(0, [new Y.XmlText(text)]);
  return made;
}

/// Anna and Bram have the same text on their screens, with a thread about `words`.
function two(...texts: readonly string[]): { anna: Editor; bram: Editor; mark: () => void } {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  one.getXmlFragment('default').insert(0, texts.map(paragraph));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  one.on('update', (update, origin) => origin !== other && Y.applyUpdate(other, update, one));
  other.on('update', (update, origin) => origin !== one && Y.applyUpdate(one, update, other));
  const [anna, bram] = [editorOn(one), editorOn(other)];
  const from = at(anna, words);
  const anchor = anchorOf(anna.state, { from, to: from + words.length });
  expect(anchor).toBeDefined();
  const threads = anchor === undefined ? [] : [{ id: 'gesprek', anchor, quote: words }];
  const mark = () => {
    for (const { view } of [anna, bram]) {
      showMarks(view, { threads, active: undefined, draft: undefined });
    }
  };
  mark();
  return { anna, bram, mark };
}

function at(editor: Editor, wanted: string): number {
  let found = -1;
  editor.state.doc.descendants((node, position) => {
    const index = node.isText ? (node.text ?? '').indexOf(wanted) : -1;
    found = found < 0 && index >= 0 ? position + index : found;
  });
  return found;
}

function marked(editor: Editor): string | undefined {
  const range = placesIn(editor.state).get('gesprek');
  return range && editor.state.doc.textBetween(range.from, range.to, ' ');
}

function takeAway(editor: Editor): void {
  const from = at(editor, words);
  editor.view.dispatch(editor.state.tr.delete(from, from + words.length));
}

test('marks move along before anybody looks for the words anew', () => {
  const { anna, bram } = two(`Wij zien ${words} vaak.`);
  bram.view.dispatch(bram.state.tr.insertText('Dus: ', 1));
  expect(marked(bram)).toBe(words);
  expect(marked(anna)).toBe(words);
  expect(threadAt(anna.state, at(anna, 'jongeren'))).toBe('gesprek');
  expect(threadAt(anna.state, at(anna, 'vaak') + 1)).toBeUndefined();
});

test('words that are gone are marked nowhere', () => {
  const { anna, bram, mark } = two(`Wij zien ${words} vaak.`);
  takeAway(anna);
  mark();
  expect([marked(anna), marked(bram)]).toEqual([undefined, undefined]);
});

test('words that an undo brings back are marked for everybody (T8)', () => {
  const { anna, bram, mark } = two('Eerst dit.', `Wij zien ${words} vaak.`);
  takeAway(anna);
  mark();
  anna.commands.undo();
  mark();
  expect(anna.getText()).toContain(words);
  expect([marked(anna), marked(bram)]).toEqual([words, words]);
});

test('the same words in two places are nobody’s (T8)', () => {
  const { anna, bram, mark } = two(`Wij zien ${words} vaak.`, 'Slot: ');
  takeAway(anna);
  for (const place of [1, anna.state.doc.content.size - 1]) {
    anna.view.dispatch(anna.state.tr.insertText(`${words} `, place));
  }
  mark();
  expect([marked(anna), marked(bram)]).toEqual([undefined, undefined]);
});

test('words that were cut and pasted elsewhere are marked there (T8)', () => {
  const { bram, mark } = two(`Wij zien ${words} vaak.`);
  takeAway(bram);
  const last = bram.state.doc.content.size;
  const block = bram.schema.nodes['paragraph']?.create(null, bram.schema.text(`Hier: ${words}.`));
  bram.view.dispatch(bram.state.tr.insert(last, block ?? []));
  mark();
  expect(marked(bram)).toBe(words);
});
