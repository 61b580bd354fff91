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
