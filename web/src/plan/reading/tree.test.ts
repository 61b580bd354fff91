import { expect, test } from 'vitest';
import { parseTree, wordsOf } from '../../api';
import { depthsOf, isBlank, isOpen, notesOf, rowsOf } from './tree';

const words = (text: string) => ({ type: 'text', text });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });

test('any answer is a tree', () => {
  for (const odd of [null, 3, 'x', [], { type: 5, content: 'no', marks: [null], attrs: [] }]) {
    expect(wordsOf(parseTree(odd))).toBe('');
    expect(isBlank(parseTree(odd))).toBe(true);
  }
});

test('footnotes are found wherever they stand, in the order of reading', () => {
  const note = (text: string) => ({ type: 'footnote', content: [words(text)] });
  const cell = { type: 'tableCell', content: [paragraph(words('a'), note('2'))] };
  const tree = parseTree({
    type: 'doc',
    content: [
      paragraph(words('x'), note('1')),
      { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
      paragraph(note('3')),
    ],
  });
  expect(notesOf(tree).map(wordsOf)).toEqual(['1', '2', '3']);
});

test('no heading skips a level', () => {
  const levels = [3, 4, 3, 2, 4, 2];
  const content = levels.map((level) => ({ type: 'heading', attrs: { level } }));
  expect([...depthsOf(parseTree({ type: 'doc', content })).values()]).toEqual([1, 2, 1, 1, 2, 1]);
});

test('a place is open until it holds something and was called filled', () => {
  const fillIn = (state: string, ...content: unknown[]) =>
    parseTree({ type: 'fillIn', attrs: { state, label: 'Jaar' }, content });
  expect(isOpen(fillIn('open', words('2027')))).toBe(true);
  expect(isOpen(fillIn('filled', words(' ')))).toBe(true);
  expect(isOpen(fillIn('filled', words('2027')))).toBe(false);
  expect(isOpen(fillIn('filled', { type: 'image' }))).toBe(false);
});

test('a text without words, but with a place to fill, is not blank', () => {
  expect(isBlank(parseTree({ type: 'doc', content: [paragraph(words(' '))] }))).toBe(true);
  expect(isBlank(parseTree({ type: 'doc', content: [paragraph({ type: 'fillIn' })] }))).toBe(false);
});

test('a table repeats the rows that only name columns', () => {
  const row = (...cells: { type: string; attrs?: object }[]) => ({
    type: 'tableRow',
    content: cells,
  });
  const [head, body] = [{ type: 'tableHeader' }, { type: 'tableCell' }];
  const parts = (...rows: unknown[]) => {
    const found = rowsOf(parseTree({ type: 'table', content: rows }));
    return [found.head.length, found.body.length];
  };
  expect(parts(row(head, head), row(head, body))).toEqual([1, 1]);
  expect(parts(row(head, body), row(body, body))).toEqual([0, 2]);
  expect(parts(row(head, head))).toEqual([0, 1]);
  const tall = { type: 'tableHeader', attrs: { rowspan: 2 } };
  expect(parts(row(tall, head), row(body))).toEqual([0, 2]);
  expect(parts()).toEqual([0, 0]);
});
