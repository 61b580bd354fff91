import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { atInlineEdge } from '../nodes/inlineEdges';

/// What the keys of the sheet ask of the toolbar.
export interface SheetKeyActions {
  openLink: () => void;
  openFind: () => void;
  focusToolbar: () => void;
  composing: (active: boolean) => void;
}

/// Keys that reach outside the text, and what the browser must know about the writing area.
export const SheetKeys = Extension.create<SheetKeyActions>({
  name: 'sheetKeys',
  priority: 1000,
  addOptions() {
    const nothing = () => {};
    return { openLink: nothing, openFind: nothing, focusToolbar: nothing, composing: nothing };
  },
  addKeyboardShortcuts() {
    const run = (action: () => void) => () => {
      action();
      return true;
    };
    return {
      'Mod-k': run(this.options.openLink),
      'Mod-Shift-f': run(this.options.openFind),
      'Alt-F10': run(this.options.focusToolbar),
      Backspace: () => atInlineEdge(-1)(this.editor.state, this.editor.view.dispatch),
      Delete: () => atInlineEdge(1)(this.editor.state, this.editor.view.dispatch),
      'Mod-Alt-0': () => this.editor.commands.setParagraph(),
    };
  },
  addProseMirrorPlugins() {
    const { composing } = this.options;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            compositionstart: () => {
              composing(true);
              return false;
            },
            compositionupdate: () => {
              composing(true);
              return false;
            },
            compositionend: () => {
              // After ProseMirror has read the composed word.
              setTimeout(() => composing(false), 60);
              return false;
            },
          },
        },
      }),
    ];
  },
});
