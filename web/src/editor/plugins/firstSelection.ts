import { Extension } from '@tiptap/core';
import { AllSelection, Plugin, Selection } from '@tiptap/pm/state';

/// An empty document has no place for a caret, so ProseMirror selects all of it; when the text
/// arrives, all of that would be selected, and the first key of somebody who came with Tab or F6
/// would replace it. The caret goes to the start instead.
export const FirstSelection = Extension.create({
  name: 'firstSelection',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (_transactions, before, after) =>
          before.doc.content.size === 0 &&
          after.doc.content.size > 0 &&
          after.selection instanceof AllSelection
            ? after.tr.setSelection(Selection.atStart(after.doc)).setMeta('addToHistory', false)
            : null,
      }),
    ];
  },
});
