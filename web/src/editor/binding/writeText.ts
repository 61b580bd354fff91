import type { Mark, Node as PmNode } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import { plain } from './align';
import { markName, runsOf } from './read';
import { textDiff } from './textDiff';

type Formats = Record<string, unknown>;

export function formatsOf(marks: readonly Mark[]): Formats {
  const formats: Formats = {};
  for (const mark of marks) {
    formats[mark.type.name] = { ...mark.attrs };
  }
  return formats;
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/// `true`, `{}` and `{href: null}` all mean a mark without attributes.
function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return value === undefined || value === null || value === false ? null : {};
  }
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/// The format changes that turn `have` into `want`; undefined when there are none.
function formatChange(have: Formats, want: Formats): Formats | undefined {
  const change: Formats = {};
  for (const [key, value] of Object.entries(have)) {
    if (!(markName(key) in want)) {
      change[key] = null;
    } else if (!sameValue(canonical(value), canonical(want[markName(key)]))) {
      change[key] = want[markName(key)];
    }
  }
  const present = new Set(Object.keys(have).map(markName));
  for (const [key, value] of Object.entries(want)) {
    if (!present.has(key)) {
      change[key] = value;
    }
  }
  return Object.keys(change).length > 0 ? change : undefined;
}

/// Calls back for each text that holds a part of [index, index + length), offsets inside it.
function eachPart(
  texts: readonly Y.XmlText[],
  index: number,
  length: number,
  callback: (text: Y.XmlText, offset: number, length: number) => void,
): void {
  let start = 0;
  for (const [text, size] of texts.map((text) => [text, text.length] as const)) {
    const from = Math.max(index, start);
    const to = Math.min(index + length, start + size);
    if (from < to) {
      callback(text, from - start, to - from);
    }
    start += size;
  }
}

function insertAt(texts: readonly Y.XmlText[], index: number, pieces: readonly PmNode[]): void {
  let rest = index;
  const last = texts.at(-1);
  const found = texts.find((text) => {
    if (rest <= text.length) {
      return true;
    }
    rest -= text.length;
    return false;
  });
  const target = found ?? last;
  let at = found === undefined ? (last?.length ?? 0) : rest;
  for (const piece of pieces) {
    const text = piece.text ?? '';
    target?.insert(at, text, formatsOf(piece.marks));
    at += text.length;
  }
}

/// The part of some text nodes between two offsets, as text nodes.
function cut(nodes: readonly PmNode[], from: number, to: number): PmNode[] {
  const pieces: PmNode[] = [];
  let start = 0;
  for (const node of nodes) {
    const size = node.text?.length ?? 0;
    const [a, b] = [Math.max(from, start), Math.min(to, start + size)];
    if (a < b) {
      pieces.push(node.cut(a - start, b - start));
    }
    start += size;
  }
  return pieces;
}

/// Makes a run of Yjs texts equal to ProseMirror's text nodes by one replacement and the format
/// changes that remain. `caret` is an offset in the new text, or undefined.
export function writeText(
  texts: readonly Y.XmlText[],
  nodes: readonly PmNode[],
  caret: number | undefined,
): void {
  const before = plain(texts);
  const after = nodes.map((node) => node.text ?? '').join('');
  const diff = textDiff(before, after, caret);
  // Yjs puts new text behind what is struck at its place, so striking comes first: the first letter
  // over a selection would else stand before the struck words and the rest of it behind them, and
  // two people who do so at once would get each other's words in between.
  if (diff.remove > 0) {
    eachPart(texts, diff.index, diff.remove, (text, offset, length) => {
      text.delete(offset, length);
    });
  }
  if (diff.insert !== '') {
    insertAt(texts, diff.index, cut(nodes, diff.index, diff.index + diff.insert.length));
  }
  writeFormats(texts, nodes);
}

function writeFormats(texts: readonly Y.XmlText[], nodes: readonly PmNode[]): void {
  const boundaries: { from: number; to: number; change: Formats }[] = [];
  let start = 0;
  for (const run of runsOf(texts)) {
    for (const piece of piecesBetween(nodes, start, start + run.text.length)) {
      const change = formatChange(run.attributes, formatsOf(piece.marks));
      if (change !== undefined) {
        boundaries.push({ from: piece.from, to: piece.to, change });
      }
    }
    start += run.text.length;
  }
  for (const { from, to, change } of boundaries) {
    eachPart(texts, from, to - from, (text, offset, length) => {
      text.format(offset, length, change);
    });
  }
}

function piecesBetween(nodes: readonly PmNode[], from: number, to: number) {
  const pieces: { from: number; to: number; marks: readonly Mark[] }[] = [];
  let start = 0;
  for (const node of nodes) {
    const size = node.text?.length ?? 0;
    const [a, b] = [Math.max(from, start), Math.min(to, start + size)];
    if (a < b) {
      pieces.push({ from: a, to: b, marks: node.marks });
    }
    start += size;
  }
  return pieces;
}
