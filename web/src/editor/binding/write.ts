import type { Node as PmNode } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { align, type Pairing, type PmGroup, pmGroupsOf } from './align';
import { groupsOf, type Mapping } from './read';
import { formatsOf, writeText } from './writeText';

/// What a write needs to know beside the node. `caret` is the position of the local selection's
/// head in the new document; it settles where an edit in "aaa" happened.
export interface WriteContext {
  mapping: Mapping;
  caret: number | undefined;
}

/// Makes the Yjs tree equal to the node with as few changes as it can, so that what others do in
/// the same place at the same time merges. `start` is the position of the node's first child.
/// Must run inside a Yjs transaction.
export function writeNode(
  target: Y.XmlFragment | Y.XmlElement,
  node: PmNode,
  start: number,
  context: WriteContext,
): void {
  if (target instanceof Y.XmlElement) {
    writeAttributes(target, node);
  }
  context.mapping.set(target, node);
  const pairings = align(groupsOf(target), pmGroupsOf(node), context.mapping);
  let index = 0;
  let position = start;
  for (const pairing of pairings) {
    index = writeChild(target, pairing, index, position, context);
    position += pairing.kind === 'remove' ? 0 : sizeOf(pairing.p);
  }
}

function sizeOf(group: PmGroup): number {
  return group.kind === 'element'
    ? group.node.nodeSize
    : group.nodes.reduce((sum, node) => sum + node.nodeSize, 0);
}

/// Returns the index in `parent` after this child.
function writeChild(
  parent: Y.XmlFragment,
  pairing: Pairing,
  index: number,
  position: number,
  context: WriteContext,
): number {
  switch (pairing.kind) {
    case 'insert':
      parent.insert(index, [createGroup(pairing.p, context.mapping)]);
      return index + 1;
    case 'remove':
      if (pairing.y.kind === 'element') {
        parent.delete(index, 1);
        return index;
      }
      // A text is emptied, never removed: somebody may be typing in it.
      for (const text of pairing.y.texts) {
        text.delete(0, text.length);
      }
      return index + pairing.y.texts.length;
    case 'keep':
      if (pairing.y.kind === 'element' && pairing.p.kind === 'element') {
        adopt(pairing.y.element, pairing.p.node, context.mapping);
      }
      return index + (pairing.y.kind === 'text' ? pairing.y.texts.length : 1);
    case 'update':
      if (pairing.y.kind === 'text' && pairing.p.kind === 'text') {
        const caret = context.caret === undefined ? undefined : context.caret - position;
        const inside = caret !== undefined && caret >= 0 && caret <= sizeOf(pairing.p);
        writeText(pairing.y.texts, pairing.p.nodes, inside ? caret : undefined);
        return index + pairing.y.texts.length;
      }
      if (pairing.y.kind === 'element' && pairing.p.kind === 'element') {
        writeNode(pairing.y.element, pairing.p.node, position + 1, context);
      }
      return index + 1;
  }
}

/// The same content in a new object: remember the new one, so that identity finds it next time.
function adopt(element: Y.XmlElement, node: PmNode, mapping: Mapping): void {
  if (mapping.get(element) === node) {
    return;
  }
  mapping.set(element, node);
  const ps = pmGroupsOf(node);
  const ys = groupsOf(element).filter(
    (group) => group.kind === 'element' || group.texts.some((text) => text.length > 0),
  );
  ys.forEach((y, at) => {
    const p = ps[at];
    if (y.kind === 'element' && p?.kind === 'element') {
      adopt(y.element, p.node, mapping);
    }
  });
}

function sameAttribute(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/// Writes what differs. Attributes that this editor does not know stay as they are.
function writeAttributes(element: Y.XmlElement, node: PmNode): void {
  const have = element.getAttributes() as Record<string, unknown>;
  for (const [key, value] of Object.entries(node.attrs)) {
    const fallback = node.type.spec.attrs?.[key]?.default as unknown;
    const effective = have[key] === undefined ? fallback : have[key];
    if (sameAttribute(effective, value)) {
      continue;
    }
    if (value === null || value === undefined) {
      element.removeAttribute(key);
    } else {
      setAttribute(element, key, value);
    }
  }
}

/// Yjs stores any JSON value; its types only know some.
function setAttribute(element: Y.XmlElement, key: string, value: unknown): void {
  element.setAttribute(key, value as string);
}

function createGroup(group: PmGroup, mapping: Mapping): Y.XmlElement | Y.XmlText {
  if (group.kind === 'element') {
    return createElement(group.node, mapping);
  }
  const text = new Y.XmlText();
  text.applyDelta(
    group.nodes.map((node) => ({ insert: node.text ?? '', attributes: formatsOf(node.marks) })),
  );
  return text;
}

function createElement(node: PmNode, mapping: Mapping): Y.XmlElement {
  const element = new Y.XmlElement(node.type.name);
  for (const [key, value] of Object.entries(node.attrs)) {
    const fallback = node.type.spec.attrs?.[key]?.default as unknown;
    if (value !== null && value !== undefined && !sameAttribute(value, fallback)) {
      setAttribute(element, key, value);
    }
  }
  element.insert(
    0,
    pmGroupsOf(node).map((group) => createGroup(group, mapping)),
  );
  mapping.set(element, node);
  return element;
}
