import { Extension } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { syncPlugin } from '../binding/plugin';
import { undoKey, undoPlugin } from './undo';

interface CollaborationOptions {
  fragment: Y.XmlFragment | undefined;
  /// Told when content appears or goes that this editor's schema cannot hold.
  onUnknown: (names: readonly string[]) => void;
}

function step(state: EditorState, direction: 'undo' | 'redo', run: boolean): boolean {
  const undo = undoKey.getState(state);
  const possible = direction === 'undo' ? undo?.manager.canUndo() : undo?.manager.canRedo();
  if (undo === undefined || possible !== true) {
    return false;
  }
  if (run) {
    undo.manager[direction]();
  }
  return true;
}

/// Joins the editor to its Yjs fragment, with undo of one's own edits.
export const Collaboration = Extension.create<CollaborationOptions>({
  name: 'collaboration',
  priority: 1000,
  addOptions() {
    return { fragment: undefined, onUnknown: () => {} };
  },
  addCommands() {
    return {
      undo:
        () =>
        ({ state, tr, dispatch }) => {
          tr.setMeta('preventDispatch', true);
          return step(state, 'undo', dispatch !== undefined);
        },
      redo:
        () =>
        ({ state, tr, dispatch }) => {
          tr.setMeta('preventDispatch', true);
          return step(state, 'redo', dispatch !== undefined);
        },
    };
  },
  addKeyboardShortcuts() {
    return {
      'Mod-z': () => this.editor.commands.undo(),
      'Mod-y': () => this.editor.commands.redo(),
      'Shift-Mod-z': () => this.editor.commands.redo(),
    };
  },
  addProseMirrorPlugins() {
    const { fragment, onUnknown } = this.options;
    return fragment === undefined ? [] : [syncPlugin(fragment, onUnknown), undoPlugin(fragment)];
  },
});

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    ownCollaboration: {
      /// Takes back this session's last edit.
      undo: () => ReturnType;
      /// Does again what was taken back.
      redo: () => ReturnType;
    };
  }
}
