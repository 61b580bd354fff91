import {
  Fragment,
  type Mark,
  type NodeType,
  type Node as PmNode,
  type Schema,
} from '@tiptap/pm/model';
import * as Y from 'yjs';

/// Which ProseMirror node each live Yjs element shows as. Always complete for the rendered tree.
export type Mapping = Map<Y.XmlElement | Y.XmlFragment, PmNode>;

/// Something in the Yjs tree that this editor's schema cannot hold. Never deleted: the editor
/// opens read-only instead (see docs/decisions/0030).
export class UnknownContent extends Error {
  readonly names: readonly string[];

  constructor(names: readonly string[]) {
    super(`unknown content: ${names.join(', ')}`);
    this.names = names;
  }
}

/// A child of an element as the editor sees it: adjacent texts are one run.
export type Group =
  | { kind: 'element'; element: Y.XmlElement }
  | { kind: 'text'; texts: Y.XmlText[] };

/// One run of equally marked text.
interface Run {
  text: string;
  attributes: Readonly<Record<string, unknown>>;
}

const overlapping = /^(.*)--[a-zA-Z0-9+/=]{8}$/;

export function markName(attribute: string): string {
  return overlapping.exec(attribute)?.[1] ?? attribute;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/// The live children of a node, texts that touch each other taken together. Two people who start
/// typing in one empty paragraph make two texts; they stay two, so that no edit is lost in a merge.
export function groupsOf(parent: Y.XmlFragment): Group[] {
  const groups: Group[] = [];
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) {
      const last = groups.at(-1);
      if (last?.kind === 'text') {
        last.texts.push(child);
      } else {
        groups.push({ kind: 'text', texts: [child] });
      }
    } else if (child instanceof Y.XmlElement) {
      groups.push({ kind: 'element', element: child });
    } else {
      throw new UnknownContent(['hook']);
    }
  }
  return groups;
}

/// The text of a run with its formats. Throws `UnknownContent` on an embedded object.
export function runsOf(texts: readonly Y.XmlText[]): Run[] {
  const runs: Run[] = [];
  for (const text of texts) {
    for (const part of text.toDelta() as { insert: unknown; attributes?: unknown }[]) {
      if (typeof part.insert !== 'string') {
        throw new UnknownContent(['embed']);
      }
      runs.push({
        text: part.insert,
        attributes: isRecord(part.attributes) ? part.attributes : {},
      });
    }
  }
  return runs;
}

function marksOf(attributes: Readonly<Record<string, unknown>>, schema: Schema): Mark[] {
  return Object.entries(attributes).map(([key, value]) => {
    const type = schema.marks[markName(key)];
    if (type === undefined) {
      throw new UnknownContent([key]);
    }
    return type.create(isRecord(value) ? value : null);
  });
}

function textNodes(texts: readonly Y.XmlText[], schema: Schema): PmNode[] {
  return runsOf(texts).map((run) => {
    const marks = marksOf(run.attributes, schema);
    return schema.text(
      run.text,
      marks.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), []),
    );
  });
}

function readChildren(parent: Y.XmlFragment, schema: Schema, mapping: Mapping): Fragment {
  const children: PmNode[] = [];
  for (const group of groupsOf(parent)) {
    if (group.kind === 'text') {
      children.push(...textNodes(group.texts, schema));
    } else {
      children.push(readElement(group.element, schema, mapping));
    }
  }
  return Fragment.fromArray(children);
}

function create(type: NodeType, attrs: Record<string, unknown>, content: Fragment): PmNode {
  if (!type.validContent(content)) {
    const inside = new Set<string>();
    content.forEach((child) => {
      inside.add(child.type.name);
    });
    throw new UnknownContent([`${type.name}(${[...inside].join(' ')})`]);
  }
  try {
    return type.create(attrs, content);
  } catch {
    throw new UnknownContent([type.name]);
  }
}

/// The ProseMirror node of an element; a node made before is given back as the same object.
/// Throws `UnknownContent` and changes nothing when the schema has no place for it.
export function readElement(element: Y.XmlElement, schema: Schema, mapping: Mapping): PmNode {
  const known = mapping.get(element);
  if (known !== undefined) {
    return known;
  }
  const type = schema.nodes[element.nodeName];
  if (type === undefined || type.name.startsWith('unknown')) {
    throw new UnknownContent([element.nodeName]);
  }
  const content = readChildren(element, schema, mapping);
  const node = create(type, element.getAttributes() as Record<string, unknown>, content);
  mapping.set(element, node);
  return node;
}

/// The whole document.
export function readDocument(fragment: Y.XmlFragment, schema: Schema, mapping: Mapping): PmNode {
  const doc = create(schema.topNodeType, {}, readChildren(fragment, schema, mapping));
  mapping.set(fragment, doc);
  return doc;
}
