import { attribute, count, type TextNode } from '../../api';

/// What is a note of a text.
export type IsNote = (node: TextNode) => boolean;

export const isFootnote: IsNote = ({ type }) => type === 'footnote';

/// The notes of a text, in the order of reading.
export function notesOf(node: TextNode, isNote: IsNote = isFootnote): readonly TextNode[] {
  return isNote(node) ? [node] : node.content.flatMap((inside) => notesOf(inside, isNote));
}

/// How deep each heading of a text stands under the headings before it, from 1: a level that nobody
/// used is none.
export function depthsOf(text: TextNode): ReadonlyMap<TextNode, number> {
  const depths = new Map<TextNode, number>();
  const above: number[] = [];
  const visit = (node: TextNode) => {
    if (node.type === 'heading') {
      const level = count(node, 'level', 2);
      while ((above.at(-1) ?? 0) >= level) {
        above.pop();
      }
      above.push(level);
      depths.set(node, above.length);
    }
    node.content.forEach(visit);
  };
  visit(text);
  return depths;
}

/// Whether a place that the municipality must fill is still open.
export function isOpen(fillIn: TextNode): boolean {
  return attribute(fillIn, 'state') !== 'filled' || !holdsSomething(fillIn);
}

function holdsSomething(node: TextNode): boolean {
  const atoms = ['image', 'crossReference', 'horizontalRule'];
  return node.text.trim() !== '' || atoms.includes(node.type) || node.content.some(holdsSomething);
}

/// Whether there is anything to read in it.
export function isBlank(node: TextNode): boolean {
  const speaks = ['fillIn', 'fillInBlock', 'example', 'table'];
  const says = (each: TextNode): boolean =>
    speaks.includes(each.type) || holdsSomething(each) || each.content.some(says);
  return !says(node);
}

/// The rows that name the columns, which are repeated on each page, and the others. A cell that
/// reaches from the first into the second leaves none to repeat.
export function rowsOf(table: TextNode): {
  head: readonly TextNode[];
  body: readonly TextNode[];
} {
  const rows = table.content.filter(({ type }) => type === 'tableRow');
  const isHead = (row: TextNode) =>
    row.content.length > 0 && row.content.every(({ type }) => type === 'tableHeader');
  const first = rows.findIndex((row) => !isHead(row));
  const heads = Math.max(first, 0);
  const reaches = rows
    .slice(0, heads)
    .some((row, at) => row.content.some((cell) => at + count(cell, 'rowspan', 1) > heads));
  return reaches
    ? { head: [], body: rows }
    : { head: rows.slice(0, heads), body: rows.slice(heads) };
}
