import { type AnyExtension, Editor } from '@tiptap/core';
import { Dropcursor, Focus, Gapcursor } from '@tiptap/extensions';
import { Selection } from '@tiptap/pm/state';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { pastedFiles } from './imageFiles';
import { cleanHtml } from './paste/cleanHtml';
import { Collaboration } from './plugins/collaboration';
import { Cursors } from './plugins/cursors';
import { Find } from './plugins/find';
import { FirstSelection } from './plugins/firstSelection';
import { Numbering } from './plugins/numbering';
import { type SheetKeyActions, SheetKeys } from './plugins/sheetKeys';
import { Upkeep } from './plugins/upkeep';
import type { EditorSection } from './props';
import { type SchemaHost, schemaExtensions } from './schema';

/// All that one editor needs; functions are asked each time, so that they may change.
export interface SheetOptions {
  element: HTMLElement;
  fragment: Y.XmlFragment;
  awareness: Awareness;
  host: SchemaHost;
  keys: SheetKeyActions;
  label: string;
  sections: () => readonly EditorSection[];
  crowdText: (count: number) => string;
  onUnknown: (names: readonly string[]) => void;
  /// Files were pasted or dropped; the caret stands where they should go.
  onFiles: (files: readonly File[]) => void;
  /// What others add.
  extensions: readonly AnyExtension[];
}

/// The editor of one sheet, joined to its document.
export function createSheetEditor(options: SheetOptions): Editor {
  return new Editor({
    element: options.element,
    // The page's policy forbids style elements; what they would say is in editor.css.
    injectCSS: false,
    extensions: [
      ...schemaExtensions(options.host),
      Collaboration.configure({ fragment: options.fragment, onUnknown: options.onUnknown }),
      Cursors.configure({ awareness: options.awareness, crowdText: options.crowdText }),
      FirstSelection,
      Upkeep,
      Numbering.configure({ sections: options.sections }),
      Find,
      SheetKeys.configure(options.keys),
      Focus.configure({ className: 'bt-inside', mode: 'all' }),
      Gapcursor,
      Dropcursor.configure({ class: 'bt-dropcursor', color: false }),
      ...options.extensions,
    ],
    editorProps: {
      attributes: {
        class: 'bt-sheet',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        spellcheck: 'true',
        lang: 'nl',
      },
      transformPastedHTML: cleanHtml,
      handlePaste: (_view, event) => {
        const files = pastedFiles(event.clipboardData);
        return taken(files, options.onFiles);
      },
      handleDrop: (view, event) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (files.length > 0 && place !== null) {
          const caret = Selection.near(view.state.doc.resolve(place.pos));
          view.dispatch(view.state.tr.setSelection(caret));
        }
        return taken(files, options.onFiles);
      },
    },
  });
}

function taken(files: readonly File[], onFiles: (files: readonly File[]) => void): boolean {
  if (files.length > 0) {
    onFiles(files);
  }
  return files.length > 0;
}
