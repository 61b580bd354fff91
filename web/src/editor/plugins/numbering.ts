import { Extension } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { attributeText } from '../nodes/attributes';
import type { EditorSection } from '../props';

export const numberingKey = new PluginKey<DecorationSet>('bt-numbering');

/// One footnote in reading order.
export interface NumberedNote {
  id: string;
  number: number;
  position: number;
  text: string;
}

export function notesOf(doc: PmNode): NumberedNote[] {
  const notes: NumberedNote[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === 'footnote') {
      const id = attributeText(node.attrs['id']);
      notes.push({ id, number: notes.length + 1, position, text: node.textContent });
    }
  });
  return notes;
}

function decorate(state: EditorState, sections: readonly EditorSection[]): DecorationSet {
  const decorations: Decoration[] = [];
  const { from, to } = state.selection;
  let number = 0;
  state.doc.descendants((node, position) => {
    const end = position + node.nodeSize;
    if (node.type.name === 'footnote') {
      number++;
      const open = from > position && to < end;
      decorations.push(Decoration.node(position, end, {}, { footnote: { number, open } }));
    } else if (node.type.name === 'crossReference') {
      const section = sections.find((one) => one.key === node.attrs['target']);
      decorations.push(Decoration.node(position, end, {}, { section }));
    }
  });
  const { $from, empty } = state.selection;
  if (empty && isEmptyInline($from.parent)) {
    decorations.push(Decoration.widget($from.pos, caretPlace, { side: 1, key: 'caret-place' }));
  }
  return DecorationSet.create(state.doc, decorations);
}

/// A fill-in or note without words.
function isEmptyInline(node: PmNode): boolean {
  return node.isInline && node.inlineContent && node.content.size === 0;
}

/// Browsers put no caret into an empty inline element; into one with a line break they do.
function caretPlace(): HTMLElement {
  return document.createElement('br');
}

/// Numbers the footnotes, names the targets of cross-references, and makes empty fill-ins and
/// notes typeable. `sections` is asked anew when a
/// transaction carries the meta `numberingKey`.
export const Numbering = Extension.create<{ sections: () => readonly EditorSection[] }>({
  name: 'numbering',
  addOptions() {
    return { sections: () => [] };
  },
  addProseMirrorPlugins() {
    const { sections } = this.options;
    return [
      new Plugin<DecorationSet>({
        key: numberingKey,
        state: {
          init: (_config, state) => decorate(state, sections()),
          apply: (tr, value, _old, state) =>
            tr.docChanged || tr.selectionSet || tr.getMeta(numberingKey) !== undefined
              ? decorate(state, sections())
              : value,
        },
        props: {
          decorations: (state) => numberingKey.getState(state),
          handleDOMEvents: {
            beforeinput: (view, event) => {
              const { $from, empty } = view.state.selection;
              const words = event.inputType === 'insertText' ? event.data : null;
              if (!empty || words === null || !isEmptyInline($from.parent) || !view.editable) {
                return false;
              }
              event.preventDefault();
              view.dispatch(view.state.tr.insertText(words).scrollIntoView());
              return true;
            },
          },
        },
      }),
    ];
  },
});
