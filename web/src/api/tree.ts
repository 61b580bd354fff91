import { isRecord, type JsonRecord } from './parse';

/// A node of a section's text as the server gives it: what it is, its attributes and its content,
/// or words with their marks.
export interface TextNode {
  type: string;
  attrs: JsonRecord;
  content: readonly TextNode[];
  text: string;
  marks: readonly { type: string; attrs: JsonRecord }[];
}

const none: JsonRecord = {};

/// Takes any JSON: what is no node is one without anything.
export function parseTree(json: unknown): TextNode {
  const root = isRecord(json) ? json : none;
  const { type, attrs, content, text, marks } = root;
  return {
    type: typeof type === 'string' ? type : '',
    attrs: isRecord(attrs) ? attrs : none,
    content: Array.isArray(content) ? content.map(parseTree) : [],
    text: typeof text === 'string' ? text : '',
    marks: Array.isArray(marks) ? marks.map(parseMark) : [],
  };
}

function parseMark(json: unknown): { type: string; attrs: JsonRecord } {
  const { type, attrs } = parseTree(json);
  return { type, attrs };
}

/// The words of a node and all in it.
export function wordsOf(node: TextNode): string {
  return node.text + node.content.map(wordsOf).join('');
}

export function attribute(node: TextNode, name: string): string {
  const value = node.attrs[name];
  return typeof value === 'string' ? value : '';
}

export function count(node: TextNode, name: string, otherwise: number): number {
  const value = node.attrs[name];
  return typeof value === 'number' && Number.isInteger(value) ? value : otherwise;
}
