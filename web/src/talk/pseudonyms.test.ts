import type { Editor } from '@tiptap/core';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  keepPseudonyms,
  mayBecomeName,
  namesIn,
  readPseudonyms,
  tidied,
  withoutNames,
} from './pseudonyms';
import { everybodyLeaves, notes, paste, press, textsOf, type } from './testing/people';

afterEach(everybodyLeaves);

const names = [
  { name: 'Jan', instead: 'Persoon 1' },
  { name: 'Jan de Vries', instead: 'Persoon 2' },
  { name: 'Özlem', instead: 'Persoon 3' },
];

/// Everything that would go over the wire or into this browser's storage.
function bytesOf(doc: Y.Doc): string[] {
  const sent: string[] = [];
  doc.on('update', (update: Uint8Array) => sent.push(new TextDecoder().decode(update)));
  return sent;
}

test('whole names only, the longest first, whatever their capitals', () => {
  expect(withoutNames('jan en Janneke en Jan de Vries.', names)).toBe(
    'Persoon 1 en Janneke en Persoon 2.',
  );
  expect(withoutNames('Trojan, özlem', names)).toBe('Trojan, Persoon 3');
  expect(namesIn('Jan', names)).toEqual([{ from: 0, to: 3, instead: 'Persoon 1' }]);
});

test('what may become a name is known from its first letter', () => {
  expect(mayBecomeName('J', names)).toBe(true);
  expect(mayBecomeName('jan de', names)).toBe(true);
  expect(mayBecomeName('Jo', names)).toBe(false);
});

test('a name never reaches the document, not for a moment', () => {
  const doc = new Y.Doc();
  const sent = bytesOf(doc);
  const told: string[] = [];
  const editor = notes(doc, 'a', { names, onReplaced: (name) => told.push(name) });
  type(editor, 'Gisteren zag Jan de Vries hem, en jan ook.');
  expect(textsOf(doc, 'a')).toEqual(['Gisteren zag Persoon 2 hem, en Persoon 1 ook.']);
  expect(sent.join('')).not.toMatch(/jan|vries/i);
  expect(told).toEqual(['Jan de Vries', 'jan']);
});

test('words that only begin like a name are written as they are', () => {
  const doc = new Y.Doc();
  const editor = notes(doc, 'a', { names });
  type(editor, 'Ja, Janneke jankt in januari');
  press(editor, 'ArrowLeft');
  expect(textsOf(doc, 'a')).toEqual(['Ja, Janneke jankt in januari']);
});

test('what was held back is written when the caret goes, by whatever way', () => {
  for (const key of ['Enter', 'ArrowUp', 'Tab', 'Home']) {
    const doc = new Y.Doc();
    const editor = notes(doc, 'a', { names });
    type(editor, 'Bij Jan');
    press(editor, key);
    expect(textsOf(doc, 'a')[0], key).toBe('Bij Persoon 1');
  }
  const doc = new Y.Doc();
  const editor = notes(doc, 'a', { names });
  type(editor, 'Bij Ja');
  editor.view.dom.dispatchEvent(new FocusEvent('blur'));
  expect(textsOf(doc, 'a')).toEqual(['Bij Ja']);
});

test('Backspace takes back what was held back, letter by letter', () => {
  const doc = new Y.Doc();
  const sent = bytesOf(doc);
  const editor = notes(doc, 'a', { names });
  type(editor, 'x Jan');
  press(editor, 'Backspace');
  press(editor, 'Backspace');
  press(editor, 'Backspace');
  type(editor, 'y');
  expect(textsOf(doc, 'a')).toEqual(['x y']);
  expect(sent.join('')).not.toContain('J');
});

test('undo brings the name back, on purpose, and once', () => {
  const doc = new Y.Doc();
  const editor = notes(doc, 'a', { names });
  type(editor, 'Jan, ');
  expect(textsOf(doc, 'a')).toEqual(['Persoon 1, ']);
  expect(press(editor, 'z', { ctrlKey: true })).toBe(true);
  expect(textsOf(doc, 'a')).toEqual(['Jan, ']);
  type(editor, 'zelf');
  expect(textsOf(doc, 'a')).toEqual(['Jan, zelf']);
});

test('somebody else who writes meanwhile disturbs nothing', () => {
  const doc = new Y.Doc();
  const editor = notes(doc, 'a', { names });
  type(editor, 'Bij Ja');
  const note = doc.getXmlFragment('question/a').get(0) as Y.XmlElement;
  (note.get(0) as Y.XmlText).insert(0, 'Toen: ');
  type(editor, 'n.');
  expect(textsOf(doc, 'a')).toEqual(['Toen: Bij Persoon 1.']);
});

test('pasted names are replaced too', () => {
  const doc = new Y.Doc();
  const sent = bytesOf(doc);
  const editor = notes(doc, 'a', { names });
  editor.commands.placeForNote();
  paste(editor, '<p>Met <b>Jan</b> gesproken</p>');
  expect(textsOf(doc, 'a').join('')).toContain('Persoon 1');
  expect(sent.join('')).not.toContain('Jan');
});

test('a name never reaches the document by another way than typing it at once', () => {
  const list = [
    { name: 'Jan', instead: 'Persoon 1' },
    { name: 'Jansen', instead: 'Persoon 2' },
    { name: 'Piet de Vries', instead: 'Persoon 3' },
  ];
  const ways: readonly [string, (editor: Editor) => void, string][] = [
    [
      'a letter corrected',
      (editor) => {
        type(editor, 'Jab');
        editor.commands.deleteRange({ from: 3, to: 4 });
        type(editor, 'n ');
      },
      'Persoon 1 ',
    ],
    [
      'a name that begins like another',
      (editor) => type(editor, 'Piet Jansen.'),
      'Piet Persoon 2.',
    ],
    [
      'over a selection',
      (editor) => {
        type(editor, 'Wie dan?');
        editor.commands.setTextSelection({ from: 5, to: 8 });
        type(editor, 'Jan?');
      },
      'Wie Persoon 1??',
    ],
    [
      'over all of a note',
      (editor) => {
        type(editor, 'Wie');
        editor.commands.setTextSelection({ from: 1, to: 4 });
        type(editor, 'Jan zei');
      },
      'Persoon 1 zei',
    ],
    [
      'a correction of a range',
      (editor) => {
        type(editor, 'Bij Jna thuis');
        editor.view.dispatch(editor.state.tr.insertText('Jan', 5, 8));
      },
      'Bij Persoon 1 thuis',
    ],
    [
      'dictated at once',
      (editor) => {
        editor.commands.placeForNote();
        editor.view.dispatch(editor.state.tr.insertText('Toen kwam Jansen met Jan.', 1));
      },
      'Toen kwam Persoon 2 met Persoon 1.',
    ],
    [
      'two halves joined',
      (editor) => {
        type(editor, 'Ja');
        press(editor, 'Enter');
        type(editor, 'nsen');
        press(editor, 'Home');
        editor.commands.deleteRange({ from: 3, to: 5 });
      },
      'Persoon 2',
    ],
  ];
  for (const [way, go, result] of ways) {
    const doc = new Y.Doc();
    const editor = notes(doc, 'a', { names: list });
    const seen: string[] = [];
    doc.on('update', () => seen.push(textsOf(doc, 'a').join('/')));
    go(editor);
    expect(textsOf(doc, 'a'), way).toEqual([result]);
    expect(seen.join(' '), way).not.toMatch(/\b(jan|jansen)\b/i);
  }
});

test('of a name that follows half a name no letter leaves', () => {
  const doc = new Y.Doc();
  const sent = bytesOf(doc);
  const list = [
    { name: 'Jan de Vries', instead: 'Persoon 1' },
    { name: 'Smit', instead: 'Persoon 2' },
  ];
  const editor = notes(doc, 'a', { names: list });
  type(editor, 'Jan Smit kwam');
  expect(textsOf(doc, 'a')).toEqual(['Jan Persoon 2 kwam']);
  expect(sent.join('')).not.toMatch(/smi/i);
});

test('a name that was put back stays while one writes on next to it', () => {
  const doc = new Y.Doc();
  const editor = notes(doc, 'a', { names });
  type(editor, 'Bij Jan');
  press(editor, 'Home');
  press(editor, 'z', { ctrlKey: true });
  expect(textsOf(doc, 'a')).toEqual(['Bij Jan']);
  type(editor, ' thuis');
  expect(textsOf(doc, 'a')).toEqual(['Bij Jan thuis']);
});

test('after a deletion the key that undoes is about the deletion', () => {
  const editor = notes(new Y.Doc(), 'a', { names });
  type(editor, 'Jan kwam ');
  editor.commands.deleteRange({ from: 12, to: 15 });
  press(editor, 'z', { ctrlKey: true });
  expect(editor.getText()).not.toContain('Jan');
});

test('the list stays in this browser, for one member and one plan', () => {
  keepPseudonyms('m', 'p', names);
  expect(readPseudonyms('m', 'p')).toEqual(names);
  expect(readPseudonyms('m', 'q')).toEqual([]);
  expect(readPseudonyms('n', 'p')).toEqual([]);
  keepPseudonyms('m', 'p', []);
  expect(readPseudonyms('m', 'p')).toEqual([]);
  expect(
    tidied([
      { name: ' Jan  Smit ', instead: 'X' },
      { name: 'jan smit', instead: 'Y' },
    ]),
  ).toEqual([{ name: 'Jan Smit', instead: 'X' }]);
});
