import type { Editor } from '@tiptap/core';

/// Where somebody put the caret already.
const visited = new WeakSet<Editor>();

/// Before a change that was not asked for from the text: it is for a note that is seen, the last
/// one where no caret was yet, and a new one where there is none.
export function takeCaret(editor: Editor): void {
  if (editor.isFocused || !editor.isEditable) {
    return;
  }
  const placed = editor.commands.placeForNote();
  const byKeys = document.activeElement?.closest('[role="toolbar"]');
  if (placed || !visited.has(editor)) {
    editor.commands.focus('end');
  } else if (byKeys === null || byKeys === undefined) {
    editor.commands.focus();
  }
}

/// Whoever comes finds a place for the caret; whoever leaves leaves no empty note behind. A window
/// that loses the focus is not left: who comes back goes on where the caret was.
export function followFocus(editor: Editor): void {
  editor.on('focus', () => {
    visited.add(editor);
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
