import type { Node as PmNode } from '@tiptap/pm/model';
import { NodeSelection, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  getRelativeSelection,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { settleCaret } from './caret';
import { type Mapping, readDocument, UnknownContent } from './read';
import { readForLooking } from './readLenient';
import { replaceDifferences } from './steps';
import { writeNode } from './write';

type RelativeSelection = ReturnType<typeof getRelativeSelection>;

/// Joins one editor view to one `Y.XmlFragment`, both ways.
///
/// Differs from y-tiptap's binding, whose plugin key and position functions it shares: it never
/// deletes what it cannot show, never cuts a surrogate pair, never merges two texts by deleting
/// one, and touches only what differs (see docs/decisions/0030).
///
/// `unknown` holds the names of what the schema cannot hold; while it is not empty the view shows
/// the words, refuses edits and nothing is written.
export class Binding {
  readonly type: Y.XmlFragment;
  readonly doc: Y.Doc;
  readonly mapping: Mapping = new Map();
  /// Set by y-tiptap's undo plugin, so that undo puts the caret back.
  beforeTransactionSelection: RelativeSelection | null = null;
  unknown: readonly string[] = [];
  isDestroyed = false;
  private view: EditorView | undefined;
  private rendered: PmNode | undefined;
  private busy = false;
  private readonly onUnknown: (names: readonly string[]) => void;

  constructor(type: Y.XmlFragment, onUnknown: (names: readonly string[]) => void) {
    if (type.doc === null) {
      throw new RangeError('the fragment must belong to a document');
    }
    this.type = type;
    this.doc = type.doc;
    this.onUnknown = onUnknown;
  }

  /// The name that y-tiptap's functions expect.
  get prosemirrorView(): EditorView | null {
    return this.view ?? null;
  }

  attach(view: EditorView): void {
    this.view = view;
    this.doc.on('beforeAllTransactions', this.rememberSelection);
    this.doc.on('afterAllTransactions', this.forgetSelection);
    this.type.observeDeep(this.typeChanged);
    this.render(false);
  }

  destroy(): void {
    this.isDestroyed = true;
    this.view = undefined;
    this.type.unobserveDeep(this.typeChanged);
    this.doc.off('beforeAllTransactions', this.rememberSelection);
    this.doc.off('afterAllTransactions', this.forgetSelection);
  }

  /// Called after every change of the view: writes what the user changed.
  viewChanged(addToHistory: boolean): void {
    const view = this.view;
    if (view === undefined || this.busy || this.unknown.length > 0) {
      return;
    }
    if (view.state.doc === this.rendered) {
      return;
    }
    this.busy = true;
    try {
      this.doc.transact((transaction) => {
        transaction.meta.set('addToHistory', addToHistory);
        writeNode(this.type, view.state.doc, 0, {
          mapping: this.mapping,
          caret: view.state.selection.head,
        });
        this.rendered = view.state.doc;
      }, ySyncPluginKey);
      this.beforeTransactionSelection = null;
    } finally {
      this.busy = false;
    }
  }

  private readonly rememberSelection = (): void => {
    if (this.beforeTransactionSelection === null && this.view !== undefined && !this.busy) {
      settleCaret(this.view);
      this.beforeTransactionSelection = this.relativeSelection(this.view);
    }
  };

  private readonly forgetSelection = (): void => {
    this.beforeTransactionSelection = null;
  };

  private relativeSelection(view: EditorView): RelativeSelection | null {
    return this.unknown.length > 0 ? null : getRelativeSelection(this as never, view.state);
  }

  private readonly typeChanged = (
    events: Y.YEvent<Y.XmlFragment>[],
    transaction: Y.Transaction,
  ): void => {
    if (this.busy) {
      return;
    }
    this.forget(events, transaction);
    this.render(transaction.origin instanceof Y.UndoManager);
  };

  /// Drops the remembered nodes of all that changed, and of all above it.
  private forget(events: Y.YEvent<Y.XmlFragment>[], transaction: Y.Transaction): void {
    for (const event of events) {
      let type: unknown = event.target;
      while (type instanceof Y.XmlFragment || type instanceof Y.XmlText) {
        this.mapping.delete(type as Y.XmlFragment);
        type = type.parent;
      }
    }
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) {
        this.mapping.delete(struct.content.type as unknown as Y.XmlFragment);
      }
    });
  }

  private render(isUndoRedoOperation: boolean): void {
    const view = this.view;
    if (view === undefined) {
      return;
    }
    const target = this.read(view);
    const tr = view.state.tr.setMeta('addToHistory', false);
    replaceDifferences(tr, target);
    const selection = this.beforeTransactionSelection;
    if (selection !== null && this.unknown.length === 0 && tr.docChanged) {
      this.restoreSelection(tr, selection);
    }
    tr.setMeta(ySyncPluginKey, { isChangeOrigin: true, isUndoRedoOperation });
    if (isUndoRedoOperation) {
      tr.scrollIntoView();
    }
    this.rendered = tr.doc;
    this.busy = true;
    try {
      view.dispatch(tr);
    } finally {
      this.busy = false;
    }
    this.viewChanged(false);
  }

  private read(view: EditorView): PmNode {
    const before = this.unknown;
    let target: PmNode;
    try {
      target = readDocument(this.type, view.state.schema, this.mapping);
      this.unknown = [];
    } catch (error) {
      if (!(error instanceof UnknownContent)) {
        throw error;
      }
      this.unknown = error.names;
      this.mapping.clear();
      target = readForLooking(this.type, view.state.schema);
    }
    if (before.join() !== this.unknown.join()) {
      this.onUnknown(this.unknown);
    }
    return target;
  }

  /// The absolute position of a presence's relative one, or null when its place is gone.
  positionOf(relative: Y.RelativePosition): number | null {
    if (this.unknown.length > 0) {
      return null;
    }
    const position = relativePositionToAbsolutePosition(
      this.doc,
      this.type,
      relative,
      this.mapping as never,
    );
    return position === null || position > (this.rendered?.content.size ?? 0) ? null : position;
  }

  relativeOf(position: number): Y.RelativePosition {
    return absolutePositionToRelativePosition(position, this.type, this.mapping as never);
  }

  private restoreSelection(tr: Transaction, selection: RelativeSelection): void {
    if (selection.type !== 'text' && selection.type !== 'node') {
      return;
    }
    const anchor = selection.anchor === null ? null : this.positionOf(selection.anchor);
    const head = selection.head === null ? null : this.positionOf(selection.head);
    if (anchor === null || head === null) {
      return;
    }
    const restored = selectionAt(tr, selection.type, anchor, head);
    if (restored !== undefined && !restored.eq(tr.selection)) {
      tr.setSelection(restored);
    }
  }
}

function selectionAt(
  tr: Transaction,
  type: 'text' | 'node',
  anchor: number,
  head: number,
): Selection | undefined {
  if (type === 'node') {
    const node = tr.doc.resolve(anchor).nodeAfter;
    return node !== null && NodeSelection.isSelectable(node)
      ? NodeSelection.create(tr.doc, anchor)
      : undefined;
  }
  const [$anchor, $head] = [tr.doc.resolve(anchor), tr.doc.resolve(head)];
  return $anchor.parent.inlineContent && $head.parent.inlineContent
    ? TextSelection.between($anchor, $head)
    : undefined;
}
