import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { Binding } from './binding';

/// The state under `ySyncPluginKey`, with the fields that y-tiptap's undo plugin reads.
export interface SyncState {
  type: Y.XmlFragment;
  doc: Y.Doc;
  binding: Binding;
  snapshot: null;
  prevSnapshot: null;
  isChangeOrigin: boolean;
  isUndoRedoOperation: boolean;
  addToHistory: boolean;
}

interface SyncMeta {
  isChangeOrigin?: boolean;
  isUndoRedoOperation?: boolean;
}

/// True for a change that came from Yjs: somebody else's edit, a local copy, an undo.
export function isFromYjs(tr: Transaction): boolean {
  const meta = tr.getMeta(ySyncPluginKey) as SyncMeta | undefined;
  return meta?.isChangeOrigin === true;
}

function applySync(tr: Transaction, before: SyncState): SyncState {
  const meta = tr.getMeta(ySyncPluginKey) as SyncMeta | undefined;
  const isChangeOrigin = meta?.isChangeOrigin === true;
  return {
    ...before,
    isChangeOrigin,
    isUndoRedoOperation: isChangeOrigin && meta?.isUndoRedoOperation === true,
    addToHistory: tr.docChanged ? tr.getMeta('addToHistory') !== false : before.addToHistory,
  };
}

/// Keeps the view and the fragment equal. While the fragment holds something unknown the view is
/// read-only and local changes of the document are refused.
export function syncPlugin(
  fragment: Y.XmlFragment,
  onUnknown: (names: readonly string[]) => void,
): Plugin<SyncState> {
  const binding = new Binding(fragment, onUnknown);
  return new Plugin<SyncState>({
    key: ySyncPluginKey,
    props: { editable: () => binding.unknown.length === 0 },
    filterTransaction: (tr) => !tr.docChanged || isFromYjs(tr) || binding.unknown.length === 0,
    state: {
      init: () => ({
        type: fragment,
        doc: binding.doc,
        binding,
        snapshot: null,
        prevSnapshot: null,
        isChangeOrigin: false,
        isUndoRedoOperation: false,
        addToHistory: true,
      }),
      apply: applySync,
    },
    view: (view) => {
      binding.attach(view);
      return {
        update: (current) => {
          const state = ySyncPluginKey.getState(current.state) as SyncState | undefined;
          binding.viewChanged(state?.addToHistory ?? true);
        },
        destroy: () => binding.destroy(),
      };
    },
  });
}
