import { Editor } from '@tiptap/core';
import { Focus } from '@tiptap/extensions';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { settleCaret } from '../editor/binding/caret';
import { Collaboration } from '../editor/plugins/collaboration';
import { Cursors } from '../editor/plugins/cursors';
import { FirstSelection } from '../editor/plugins/firstSelection';
import { NameKeeper } from './nameKeeper';
import { type NoteDefaults, noteExtensions } from './note';
import type { NoteWords } from './noteNode';
import type { Pseudonym } from './pseudonyms';

/// All that the editor of one question's notes needs; functions are asked each time.
export interface NotesOptions {
  element: HTMLElement;
  fragment: Y.XmlFragment;
  awareness: Awareness;
  label: string;
  words: () => NoteWords;
  defaults: () => NoteDefaults;
  pseudonyms: () => readonly Pseudonym[];
  onReplaced: (name: string, instead: string, back: boolean) => void;
  crowdText: (count: number) => string;
  onUnknown: (names: readonly string[]) => void;
  composing: (active: boolean) => void;
  /// True where it did something with the key.
  onKey: (event: KeyboardEvent) => boolean;
}

/// The editor of one question's notes, joined to the document.
export function createNotes(options: NotesOptions): Editor {
  let composed: ReturnType<typeof setTimeout> | undefined;
  const hold = (): false => {
    clearTimeout(composed);
    options.composing(true);
    return false;
  };
  return new Editor({
    element: options.element,
    injectCSS: false,
    extensions: [
      ...noteExtensions({ words: options.words, defaults: options.defaults }),
      NameKeeper.configure({ list: options.pseudonyms, onReplaced: options.onReplaced }),
      Collaboration.configure({ fragment: options.fragment, onUnknown: options.onUnknown }),
      Cursors.configure({ awareness: options.awareness, crowdText: options.crowdText }),
      FirstSelection,
      Focus.configure({ className: 'bt-inside', mode: 'all' }),
    ],
    editorProps: {
      attributes: {
        class: 'bt-talknotes',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        spellcheck: 'true',
        lang: 'nl',
      },
      handleKeyDown: (view, event) => {
        settleCaret(view);
        return options.onKey(event);
      },
      handleDOMEvents: {
        // Others' words wait while a word is composed.
        compositionstart: hold,
        compositionupdate: hold,
        compositionend: () => {
          // After ProseMirror has read the composed word.
          clearTimeout(composed);
          composed = setTimeout(() => options.composing(false), 60);
          return false;
        },
      },
    },
  });
}
