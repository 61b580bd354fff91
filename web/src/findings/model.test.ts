import { expect, test } from 'vitest';
import {
  byTheme,
  type Code,
  type CodedNote,
  codeTree,
  type Matrix,
  otherRow,
  rowsOf,
} from './model';

function note(id: string, interview: string, question: string): CodedNote {
  return {
    id,
    interview,
    question,
    kind: 'quote',
    confidentiality: 'open',
    marks: [],
    text: id,
    codes: [],
  };
}

const matrix: Matrix = {
  groups: [
    {
      title: 'Groepen',
      questions: [
        { id: 'who', text: 'Wie?' },
        { id: 'where', text: 'Waar?' },
      ],
    },
  ],
  interviews: [
    { id: 'a', organisation: 'A', partnerKind: 'Scholen' },
    { id: 'b', organisation: 'B', partnerKind: 'Politie' },
  ],
  notes: [
    note('1', 'a', 'who'),
    note('2', 'a', 'who'),
    note('3', 'b', 'where'),
    note('4', 'b', 'added-x'),
    note('5', 'a', 'general'),
  ],
};

test('every note stands in one cell, and no question is left out', () => {
  const groups = rowsOf(matrix);
  const rows = groups.flatMap((group) => group.rows);
  expect(rows.map(({ id }) => id)).toEqual(['who', 'where', otherRow]);
  const inCells = rows.flatMap((row) => [...row.cells].flatMap(([, notes]) => notes));
  expect(inCells.map(({ id }) => id).sort()).toEqual(['1', '2', '3', '4', '5']);
  expect(rows[0]?.cells.get('a')?.map(({ id }) => id)).toEqual(['1', '2']);
  expect(rows[0]?.cells.has('b')).toBe(false);
});

test('without other notes there is no row for them', () => {
  const rows = rowsOf({ ...matrix, notes: [] }).flatMap((group) => group.rows);
  expect(rows.map(({ id }) => id)).toEqual(['who', 'where']);
});

test('codes stand under their parent, in their order', () => {
  const code = (id: string, parent?: string): Code => ({
    id,
    version: 1,
    parent,
    name: id,
    description: '',
    notes: 0,
  });
  const tree = codeTree([code('a'), code('c', 'a'), code('b'), code('d', 'a')]);
  expect(tree.map(({ code: { id }, below }) => [id, below.map((each) => each.id)])).toEqual([
    ['a', ['c', 'd']],
    ['b', []],
  ]);
});

test('findings of a theme that is gone are not lost', () => {
  const finding = (id: string, theme: string | undefined) => ({
    id,
    version: 1,
    text: id,
    theme,
    noteIds: [],
    organisations: 1,
    notes: 1,
    withdrawn: 0,
  });
  const groups = byTheme({
    items: [finding('1', 't'), finding('2', 'gone'), finding('3', undefined)],
    themes: [{ id: 't', version: 1, title: 'T', description: '' }],
    mayWork: true,
  });
  expect(groups.map(({ theme, items }) => [theme?.id, items.map(({ id }) => id)])).toEqual([
    ['t', ['1']],
    [undefined, ['2', '3']],
  ]);
});
