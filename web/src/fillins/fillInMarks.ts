import { Extension } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { fits, isNumberKind, type NumberKind } from './numbers';
import { hasOpenBeyond, placesOf } from './places';

/// What is said beside fill-ins and examples in the text.
export interface Marks {
  /// Who decided on an example, by its id.
  decided: ReadonlyMap<string, string>;
  /// What a number should be.
  odd: Readonly<Record<NumberKind, string>>;
}

interface MarksState {
  marks: Marks;
  shown: DecorationSet;
}

const key = new PluginKey<MarksState>('bt-fill-in-marks');
const none: Marks = { decided: new Map(), odd: { number: '', percentage: '', year: '' } };

export interface FillInMarksOptions {
  /// Somebody wants to do something with what is at the caret.
  onPanel: () => void;
  /// No open fill-in comes after (1) or before (-1) the caret; true where one elsewhere is gone to.
  onBeyond: (direction: 1 | -1) => boolean;
}

/// Says who decided on examples and which numbers are none, and takes the keys that lead out of the
/// text.
export const FillInMarks = Extension.create<FillInMarksOptions>({
  name: 'fillInMarks',
  priority: 1100,
  addOptions() {
    return { onPanel: () => {}, onBeyond: () => false };
  },
  addKeyboardShortcuts() {
    const beyond = (direction: 1 | -1) => () =>
      !hasOpenBeyond(this.editor.state, direction) && this.options.onBeyond(direction);
    return {
      'Alt-Enter': () => {
        this.options.onPanel();
        return true;
      },
      'Alt-ArrowDown': beyond(1),
      'Alt-ArrowUp': beyond(-1),
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin<MarksState>({
        key,
        state: {
          init: (_config, state) => ({ marks: none, shown: shownIn(state.doc, none) }),
          apply: (tr, value) => {
            const marks = (tr.getMeta(key) as Marks | undefined) ?? value.marks;
            return marks !== value.marks || tr.docChanged
              ? { marks, shown: shownIn(tr.doc, marks) }
              : value;
          },
        },
        props: { decorations: (state: EditorState) => key.getState(state)?.shown },
      }),
    ];
  },
});

export const marksKey = key;

function shownIn(doc: PmNode, { decided, odd }: Marks): DecorationSet {
  const shown: Decoration[] = [];
  for (const { type, id, node, position, kind, open } of placesOf(doc)) {
    const end = position + node.nodeSize;
    const by = type === 'example' ? decided.get(id) : undefined;
    if (by !== undefined) {
      shown.push(Decoration.node(position, end, { 'data-decided': by }));
    } else if (type === 'fillIn' && !open && isNumberKind(kind) && !fits(kind, node.textContent)) {
      shown.push(Decoration.node(position, end, { 'data-odd': odd[kind] }));
    }
  }
  return DecorationSet.create(doc, shown);
}
