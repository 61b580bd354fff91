import type { Editor } from '@tiptap/core';

/// Whoever comes finds a place for the caret; whoever leaves leaves no empty note behind. A window
/// that loses the focus is not left: who comes back goes on where the caret was.
export function followFocus(editor: Editor): void {
  editor.on('focus', () => {
    if (editor.isEditable && editor.state.doc.childCount === 0) {
      editor.commands.placeForNote();
    }
  });
  editor.on('blur', () => {
    setTimeout(() => {
      if (!editor.isDestroyed && !editor.isFocused && document.hasFocus() && editor.isEditable) {
        editor.commands.dropEmptyNotes();
      }
    });
  });
}
