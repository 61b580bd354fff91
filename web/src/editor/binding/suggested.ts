import type { Node as PmNode } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { bindingOf } from './places';
import { readDocument, UnknownContent } from './read';

/// Something that a change takes away, brings, or makes look otherwise. What the editor does not
/// show has no width: `from` and `to` are one place.
export interface Touch {
  kind: 'struck' | 'added' | 'format';
  from: number;
  to: number;
  text: string;
  /// A whole node, such as a paragraph or a row.
  node: boolean;
}

/// What an update would change in the text of an editor, where it is now. Empty where its place is
/// gone, or the editor cannot hold the text.
export function touchesOf(state: EditorState, update: Uint8Array): Touch[] {
  const binding = bindingOf(state);
  if (binding === undefined || binding.unknown.length > 0) {
    return [];
  }
  const scratch = new Y.Doc({ gc: false });
  Y.applyUpdate(scratch, Y.encodeStateAsUpdate(binding.doc));
  const known = Y.decodeStateVector(Y.encodeStateVector(scratch));
  const gone = Y.createDeleteSetFromStructStore(scratch.store);
  Y.applyUpdate(scratch, update);
  const walk = new Walk(state.doc, known, gone, 'before');
  walk.fragment(scratch.getXmlFragment('default'), 0);
  scratch.destroy();
  return walk.touches;
}

/// What the document of this editor has changed since it was forked from a live one.
export function ownTouches(state: EditorState, live: Y.Doc): Touch[] {
  const binding = bindingOf(state);
  if (binding === undefined || binding.unknown.length > 0) {
    return [];
  }
  const known = Y.decodeStateVector(Y.encodeStateVector(live));
  const walk = new Walk(state.doc, known, Y.createDeleteSetFromStructStore(live.store), 'after');
  walk.fragment(binding.type, 0);
  return walk.touches;
}

/// Whether the text would still be one that this editor can hold after the update.
export function fitsIn(state: EditorState, update: Uint8Array): boolean {
  const binding = bindingOf(state);
  if (binding === undefined) {
    return true;
  }
  const scratch = new Y.Doc();
  try {
    Y.applyUpdate(scratch, Y.encodeStateAsUpdate(binding.doc));
    Y.applyUpdate(scratch, update);
    readDocument(scratch.getXmlFragment('default'), state.schema, new Map());
    return true;
  } catch (error) {
    if (error instanceof UnknownContent) {
      return false;
    }
    throw error;
  } finally {
    scratch.destroy();
  }
}

type DeleteSet = ReturnType<typeof Y.createDeleteSetFromStructStore>;

/// What a change does at one place, with nothing between that stays.
interface Mixed {
  start: number;
  end: number;
  struck: Touch | undefined;
  added: Touch | undefined;
}

/// One walk over a document that keeps what is deleted, beside the editor's tree.
class Walk {
  readonly touches: Touch[] = [];
  private mixed: Mixed | undefined;
  private readonly doc: PmNode;
  private readonly known: ReadonlyMap<number, number>;
  private readonly gone: DeleteSet;
  /// Which of the two the editor shows: the text before the change, or after it.
  private readonly shown: 'before' | 'after';

  constructor(
    doc: PmNode,
    known: ReadonlyMap<number, number>,
    gone: DeleteSet,
    shown: 'before' | 'after',
  ) {
    this.doc = doc;
    this.known = known;
    this.gone = gone;
    this.shown = shown;
  }

  fragment(parent: Y.XmlFragment, start: number): number {
    let at = start;
    for (let item = parent._start; item !== null; item = item.right) {
      const child: unknown = item.content instanceof Y.ContentType ? item.content.type : null;
      if (child instanceof Y.XmlText) {
        if (this.before(item, 0) || !item.deleted) {
          at = this.text(child, at);
        }
      } else if (child instanceof Y.XmlElement) {
        at = this.element(item, child, at);
      }
    }
    return at;
  }

  /// Whether what the item holds stood in the text before the change.
  private before(item: Y.Item, offset: number): boolean {
    const clock = item.id.clock + offset;
    return (
      clock < (this.known.get(item.id.client) ?? 0) &&
      !Y.isDeleted(this.gone, Y.createID(item.id.client, clock))
    );
  }

  private element(item: Y.Item, element: Y.XmlElement, at: number): number {
    const before = this.before(item, 0);
    const after = !item.deleted;
    const kind = before ? 'struck' : 'added';
    if (!(this.shown === 'before' ? before : after)) {
      if (before || after) {
        this.touches.push({ kind, from: at, to: at, text: this.words(element), node: true });
      }
      return at;
    }
    const end = at + (this.doc.nodeAt(at)?.nodeSize ?? 0);
    if (before !== after) {
      this.touches.push({ kind, from: at, to: end, text: this.words(element), node: true });
    } else {
      this.fragment(element, at + 1);
    }
    return end;
  }

  private words(element: Y.XmlFragment): string {
    let words = '';
    for (let item = element._start; item !== null; item = item.right) {
      const child: unknown = item.content instanceof Y.ContentType ? item.content.type : null;
      if (child instanceof Y.XmlText) {
        for (let inner = child._start; inner !== null; inner = inner.right) {
          if (inner.content instanceof Y.ContentString) {
            words += this.charsOf(inner, inner.content.str)
              .filter(({ before, after }) => before || after)
              .map(({ char }) => char)
              .join('');
          }
        }
      } else if (child instanceof Y.XmlElement && (this.before(item, 0) || !item.deleted)) {
        words += `${words === '' ? '' : ' '}${this.words(child)}`;
      }
    }
    return words;
  }

  private charsOf(item: Y.Item, text: string): { char: string; before: boolean; after: boolean }[] {
    const after = !item.deleted;
    return Array.from({ length: text.length }, (_, offset) => ({
      char: text.charAt(offset),
      before: this.before(item, offset),
      after,
    }));
  }

  private text(text: Y.XmlText, start: number): number {
    let at = start;
    const formats = new Map<string, number>();
    for (let item = text._start; item !== null; item = item.right) {
      if (item.content instanceof Y.ContentFormat) {
        this.format(item, item.content, formats, at);
      } else if (item.content instanceof Y.ContentString) {
        for (const { char, before, after } of this.charsOf(item, item.content.str)) {
          const width = (this.shown === 'before' ? before : after) ? 1 : 0;
          if (before !== after) {
            this.char(before ? 'struck' : 'added', at, width, char);
          }
          at += width;
        }
      }
    }
    for (const from of formats.values()) {
      this.formatted(from, at);
    }
    return at;
  }

  /// What goes and what comes at one place are two touches, whichever way they are mixed: first
  /// what goes, then what comes.
  private char(kind: 'struck' | 'added', at: number, width: number, char: string): void {
    if (this.mixed?.end !== at) {
      this.mixed = { start: at, end: at, struck: undefined, added: undefined };
    }
    const mixed = this.mixed;
    const touch = mixed[kind] ?? this.begun(mixed, kind);
    touch.text += char;
    mixed.end += width;
    const { struck, added } = mixed;
    const shown = this.shown === 'before' ? struck : added;
    if (shown !== undefined) {
      shown.to = mixed.end;
    }
    if (this.shown === 'before' && added !== undefined) {
      added.from = mixed.end;
      added.to = mixed.end;
    }
  }

  private begun(mixed: Mixed, kind: 'struck' | 'added'): Touch {
    const touch = { kind, from: mixed.start, to: mixed.start, text: '', node: false };
    mixed[kind] = touch;
    if (kind === 'struck' && mixed.added !== undefined) {
      this.touches.splice(this.touches.lastIndexOf(mixed.added), 0, touch);
    } else {
      this.touches.push(touch);
    }
    return touch;
  }

  /// A mark that the change sets holds until the next one of its name.
  private format(
    item: Y.Item,
    content: Y.ContentFormat,
    open: Map<string, number>,
    at: number,
  ): void {
    if (item.deleted || this.before(item, 0)) {
      return;
    }
    const from = open.get(content.key);
    if (from === undefined) {
      open.set(content.key, at);
    } else {
      open.delete(content.key);
      this.formatted(from, at);
    }
  }

  private formatted(from: number, to: number): void {
    if (from < to) {
      this.touches.push({ kind: 'format', from, to, text: '', node: false });
    }
  }
}
