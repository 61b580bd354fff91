import type { Node as PmNode } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import { type Group, type Mapping, runsOf } from './read';

/// A child on ProseMirror's side: one element, or the text nodes that touch each other.
export type PmGroup = { kind: 'element'; node: PmNode } | { kind: 'text'; nodes: PmNode[] };

/// What to do with one child, in order. `keep` pairs are equal already.
export type Pairing =
  | { kind: 'keep' | 'update'; y: Group; p: PmGroup }
  | { kind: 'remove'; y: Group }
  | { kind: 'insert'; p: PmGroup };

const cellCountMax = 60_000;

export function pmGroupsOf(parent: PmNode): PmGroup[] {
  const groups: PmGroup[] = [];
  parent.forEach((node) => {
    const last = groups.at(-1);
    if (!node.isText) {
      groups.push({ kind: 'element', node });
    } else if (last?.kind === 'text') {
      last.nodes.push(node);
    } else {
      groups.push({ kind: 'text', nodes: [node] });
    }
  });
  return groups;
}

export function plain(texts: readonly Y.XmlText[]): string {
  return runsOf(texts)
    .map((run) => run.text)
    .join('');
}

function wordsOf(node: PmNode): string {
  return node.textBetween(0, node.content.size, ' ', ' ');
}

/// Share of the longer text that is common at both ends, 0 to 1.
function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  if (longer === 0) {
    return 1;
  }
  let left = 0;
  while (left < shorter && a[left] === b[left]) {
    left++;
  }
  let right = 0;
  while (left + right < shorter && a[a.length - 1 - right] === b[b.length - 1 - right]) {
    right++;
  }
  return (left + right) / longer;
}

/// How well a Yjs child can become a ProseMirror child in place; 0 means it cannot.
function score(y: Group, p: PmGroup, mapping: Mapping): number {
  if (y.kind === 'text' && p.kind === 'text') {
    return 1 + 50 * likeness(plain(y.texts), p.nodes.map((n) => n.text ?? '').join(''));
  }
  if (y.kind !== 'element' || p.kind !== 'element' || y.element.nodeName !== p.node.type.name) {
    return 0;
  }
  const was = mapping.get(y.element);
  if (was === undefined) {
    return 1;
  }
  if (was === p.node || was.eq(p.node)) {
    return 200;
  }
  const [before, after] = [was.attrs['id'] ?? null, p.node.attrs['id'] ?? null];
  if (before !== after && before !== null && after !== null) {
    return 0;
  }
  return 1 + (before !== null ? 60 : 0) + contentScore(was, p.node);
}

/// Blocks that share a child are the same block: by words alone an item that took in its neighbour
/// would look more like the neighbour.
function contentScore(was: PmNode, node: PmNode): number {
  if (!node.inlineContent) {
    const children = new Set(was.children);
    const shared = node.children.filter((child) => children.has(child));
    if (shared.length > 0) {
      const size = shared.reduce((sum, child) => sum + child.nodeSize, 0);
      return 50 + (50 * size) / Math.max(was.content.size, node.content.size);
    }
  }
  return (node.inlineContent ? 50 : 20) * likeness(wordsOf(was), wordsOf(node));
}

function equal(y: Group, p: PmGroup, mapping: Mapping): boolean {
  if (y.kind === 'element' && p.kind === 'element') {
    const was = mapping.get(y.element);
    return was !== undefined && (was === p.node || was.eq(p.node));
  }
  return false;
}

/// Pairs children so that as many Yjs elements as possible live on: a new element would drop what
/// others are typing in the old one. Equal ends first, then the best pairing of the middle.
export function align(ys: readonly Group[], ps: readonly PmGroup[], mapping: Mapping): Pairing[] {
  let left = 0;
  const start: Pairing[] = [];
  const end: Pairing[] = [];
  for (; left < Math.min(ys.length, ps.length); left++) {
    const [y, p] = [ys[left], ps[left]];
    if (y === undefined || p === undefined || !equal(y, p, mapping)) {
      break;
    }
    start.push({ kind: 'keep', y, p });
  }
  let right = 0;
  for (; left + right < Math.min(ys.length, ps.length); right++) {
    const [y, p] = [ys[ys.length - 1 - right], ps[ps.length - 1 - right]];
    if (y === undefined || p === undefined || !equal(y, p, mapping)) {
      break;
    }
    end.unshift({ kind: 'keep', y, p });
  }
  const middleY = ys.slice(left, ys.length - right);
  const middleP = ps.slice(left, ps.length - right);
  return [...start, ...pairMiddle(middleY, middleP, mapping), ...end];
}

function pairMiddle(ys: readonly Group[], ps: readonly PmGroup[], mapping: Mapping): Pairing[] {
  const [rows, columns] = [ys.length, ps.length];
  if (rows * columns > cellCountMax) {
    return inOrder(ys, ps, mapping);
  }
  const scores = ys.map((y) => ps.map((p) => score(y, p, mapping)));
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  const pair = (row: number, column: number) => {
    const value = scores[row]?.[column] ?? 0;
    return value > 0 ? value + at(row + 1, column + 1) : -1;
  };
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const line = best[row];
      if (line !== undefined) {
        line[column] = Math.max(pair(row, column), at(row + 1, column), at(row, column + 1));
      }
    }
  }
  const pairings: Pairing[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const [y, p] = [ys[row], ps[column]];
    if (y !== undefined && p !== undefined && pair(row, column) === at(row, column)) {
      pairings.push({ kind: equal(y, p, mapping) ? 'keep' : 'update', y, p });
      row++;
      column++;
    } else if (y !== undefined && (p === undefined || at(row + 1, column) >= at(row, column + 1))) {
      pairings.push({ kind: 'remove', y });
      row++;
    } else if (p !== undefined) {
      pairings.push({ kind: 'insert', p });
      column++;
    }
  }
  return pairings;
}

/// For changes too large to compare pair by pair (a pasted book): position by position.
function inOrder(ys: readonly Group[], ps: readonly PmGroup[], mapping: Mapping): Pairing[] {
  const pairings: Pairing[] = [];
  for (let index = 0; index < Math.max(ys.length, ps.length); index++) {
    const [y, p] = [ys[index], ps[index]];
    if (y !== undefined && p !== undefined && score(y, p, mapping) > 0) {
      pairings.push({ kind: 'update', y, p });
      continue;
    }
    if (y !== undefined) {
      pairings.push({ kind: 'remove', y });
    }
    if (p !== undefined) {
      pairings.push({ kind: 'insert', p });
    }
  }
  return pairings;
}
