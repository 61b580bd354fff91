import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Binding } from '../binding/binding';
import { isFromYjs, type SyncState } from '../binding/plugin';

/// What the undo buttons need to know.
export interface UndoState {
  manager: Y.UndoManager;
  canUndo: boolean;
  canRedo: boolean;
  /// The selection before the last own change, as Yjs positions.
  before: { anchor: Y.RelativePosition; head: Y.RelativePosition } | undefined;
}

export const undoKey = new PluginKey<UndoState>('bt-undo');

/// True when nobody else's living words are inside.
function onlyOwn(type: Y.AbstractType<unknown>, client: number): boolean {
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) {
      continue;
    }
    if (item.content instanceof Y.ContentString && item.id.client !== client) {
      return false;
    }
    if (item.content instanceof Y.ContentType && !onlyOwn(item.content.type, client)) {
      return false;
    }
  }
  return true;
}

/// Undo takes back what this session did, and no word of anybody else: an element that I made and
/// in which others wrote since stays.
function makeManager(type: Y.XmlFragment): Y.UndoManager {
  return new Y.UndoManager(type, {
    trackedOrigins: new Set([ySyncPluginKey]),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    deleteFilter: (item) =>
      !(item.content instanceof Y.ContentType) ||
      onlyOwn(item.content.type, type.doc?.clientID ?? 0),
  });
}

function bindingOf(view: EditorView): Binding | undefined {
  return (ySyncPluginKey.getState(view.state) as SyncState | undefined)?.binding;
}

function putCaretBack(view: EditorView, before: UndoState['before']): void {
  const binding = bindingOf(view);
  const anchor = before === undefined ? null : binding?.positionOf(before.anchor);
  const head = before === undefined ? null : binding?.positionOf(before.head);
  if (typeof anchor === 'number' && typeof head === 'number') {
    const { doc, tr } = view.state;
    const selection = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
    view.dispatch(tr.setSelection(selection).scrollIntoView());
  }
}

/// Forgets what could be undone: after the text became another as a whole, taking back an edit from
/// before would put its words there a second time.
export function forgetUndo(view: EditorView): void {
  undoKey.getState(view.state)?.manager.clear();
  view.dispatch(view.state.tr);
}

/// Undo and redo of one's own edits only. Must stand after the sync plugin.
export function undoPlugin(type: Y.XmlFragment): Plugin<UndoState> {
  const manager = makeManager(type);
  const now = (before: UndoState['before']): UndoState => ({
    manager,
    canUndo: manager.canUndo(),
    canRedo: manager.canRedo(),
    before,
  });
  return new Plugin<UndoState>({
    key: undoKey,
    state: {
      init: () => now(undefined),
      apply: (tr, value, old) => {
        if (!tr.docChanged || isFromYjs(tr)) {
          return now(value.before);
        }
        const binding = (ySyncPluginKey.getState(old) as SyncState | undefined)?.binding;
        return binding === undefined || binding.unknown.length > 0
          ? now(value.before)
          : now({
              anchor: binding.relativeOf(old.selection.anchor),
              head: binding.relativeOf(old.selection.head),
            });
      },
    },
    view: (view) => {
      const added = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }) => {
        if (!stackItem.meta.has(undoKey)) {
          stackItem.meta.set(undoKey, undoKey.getState(view.state)?.before);
        }
      };
      const popped = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }) => {
        putCaretBack(view, stackItem.meta.get(undoKey) as UndoState['before']);
      };
      manager.on('stack-item-added', added);
      manager.on('stack-item-popped', popped);
      return { destroy: () => manager.destroy() };
    },
  });
}
