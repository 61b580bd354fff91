import { Fragment, type NodeType, type Node as PmNode, type Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';

/// For looking only: shows every word of a tree that the schema cannot hold. What is unknown or in
/// a place of its own becomes an `unknownBlock` with its text; formats are left out. The result
/// must never be written back.
export function readForLooking(fragment: Y.XmlFragment, schema: Schema): PmNode {
  const top = schema.topNodeType;
  return top.create(null, Fragment.fromArray(blocksOf(fragment, top)));
}

function plainText(node: unknown): string {
  if (node instanceof Y.XmlText) {
    return (node.toDelta() as { insert: unknown }[])
      .map((part) => (typeof part.insert === 'string' ? part.insert : ''))
      .join('');
  }
  if (node instanceof Y.XmlElement) {
    return node.toArray().map(plainText).join('');
  }
  return '';
}

function wordsIn(type: NodeType | undefined, text: string): PmNode | undefined {
  return type?.create(null, text === '' ? [] : [type.schema.text(text)]);
}

function blocksOf(source: Y.XmlFragment, parent: NodeType): PmNode[] {
  const { nodes } = parent.schema;
  return source.toArray().flatMap((child) => {
    if (child instanceof Y.XmlElement) {
      return blockOf(child, parent) ?? [];
    }
    return wordsIn(nodes['paragraph'], plainText(child)) ?? [];
  });
}

function blockOf(element: Y.XmlElement, parent: NodeType): PmNode | undefined {
  const { nodes } = parent.schema;
  const type = nodes[element.nodeName];
  if (type !== undefined && parent.contentMatch.matchType(type) !== null) {
    const known = knownBlock(element, type);
    if (known !== undefined) {
      return known;
    }
  }
  const unknown = nodes['unknownBlock'];
  return unknown?.create(
    { name: element.nodeName },
    Fragment.fromArray(blocksOf(element, unknown)),
  );
}

function knownBlock(element: Y.XmlElement, type: NodeType): PmNode | undefined {
  const attrs = element.getAttributes() as Record<string, unknown>;
  try {
    return type.inlineContent
      ? type.create(attrs, inlineWords(element, type))
      : type.create(attrs, Fragment.fromArray(blocksOf(element, type)));
  } catch {
    return undefined;
  }
}

function inlineWords(element: Y.XmlElement, type: NodeType): PmNode[] {
  const text = plainText(element);
  return text === '' ? [] : [type.schema.text(text)];
}
