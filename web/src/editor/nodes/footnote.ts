import { Node } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { Decoration, EditorView, NodeView } from '@tiptap/pm/view';
import { randomId } from '../../base/ids';
import { textAttribute } from './attributes';
import { make, sheetButton } from './dom';
import { type NodeLabels, noLabels } from './labels';

/// A note at a word. Its text is the node's content and stands open beside the number while the
/// caret is in it; the list under the sheet shows all notes.
export const Footnote = Node.create<{ labels: () => NodeLabels }>({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: 'inline*',
  addOptions() {
    return { labels: () => noLabels };
  },
  addAttributes() {
    return { id: textAttribute('id', null) };
  },
  parseHTML() {
    return [{ tag: 'span[data-bt="footnote"]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', { ...HTMLAttributes, 'data-bt': 'footnote', class: 'bt-footnote' }, 0];
  },
  addCommands() {
    return {
      insertFootnote:
        () =>
        ({ state, tr, dispatch }) => {
          const { $to } = state.selection;
          if (!$to.parent.inlineContent || $to.parent.type === this.type) {
            return false;
          }
          tr.insert($to.pos, this.type.create({ id: randomId() }));
          tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1)).scrollIntoView();
          dispatch?.(tr);
          return true;
        },
    };
  },
  addKeyboardShortcuts() {
    const leave = () => {
      const { $from } = this.editor.state.selection;
      if ($from.parent.type !== this.type) {
        return false;
      }
      const after = this.editor.state.doc.resolve($from.after());
      this.editor.view.dispatch(
        this.editor.state.tr.setSelection(TextSelection.near(after, 1)).scrollIntoView(),
      );
      return true;
    };
    return {
      'Mod-Alt-f': () => this.editor.commands.insertFootnote(),
      Escape: leave,
      Enter: leave,
    };
  },
  addNodeView() {
    return ({ node, view, getPos, decorations }) =>
      new FootnoteView(node, view, getPos, decorations, this.options.labels());
  },
});

class FootnoteView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly button: HTMLButtonElement;
  private readonly labels: NodeLabels;
  private node: PmNode;

  constructor(
    node: PmNode,
    view: EditorView,
    getPos: () => number | undefined,
    decorations: readonly Decoration[],
    labels: NodeLabels,
  ) {
    this.node = node;
    this.labels = labels;
    this.button = sheetButton('', 'bt-footnote__number', () => {
      const position = getPos();
      if (position !== undefined) {
        const at = position + 1 + this.node.content.size;
        view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
        view.focus();
      }
    });
    this.contentDOM = make('span', { class: 'bt-footnote__text' });
    this.dom = make('span', { class: 'bt-footnote' }, this.button, this.contentDOM);
    this.show(decorations);
  }

  update(node: PmNode, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.node.type) {
      return false;
    }
    this.node = node;
    this.show(decorations);
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target === this.button && event.type !== 'dragstart';
  }

  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  private show(decorations: readonly Decoration[]): void {
    const spec = decorations.find((one) => 'footnote' in (one.spec as object))?.spec as
      | { footnote?: { number: number; open: boolean } }
      | undefined;
    const number = spec?.footnote?.number ?? 0;
    this.button.textContent = String(number);
    this.button.setAttribute('aria-label', this.labels.footnote(number));
    this.button.title = this.node.textContent;
    this.dom.dataset['open'] = String(spec?.footnote?.open === true);
  }
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    footnote: {
      /// Puts an empty note behind the selection and the caret in it.
      insertFootnote: () => ReturnType;
    };
  }
}
