import { Node } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { attributeText, choiceAttribute, textAttribute } from './attributes';
import { make, sheetButton } from './dom';
import { type NodeLabels, noLabels } from './labels';

export const decisions = ['open', 'keep', 'adapt', 'drop'] as const;
export type Decision = (typeof decisions)[number];

/// The model plan's blue text: a proposal that the partners keep, adapt or drop. Dropping does not
/// delete the words: it is a decision that can be taken back.
export const Example = Node.create<{ labels: () => NodeLabels }>({
  name: 'example',
  group: 'block',
  content: 'block*',
  defining: true,
  addOptions() {
    return { labels: () => noLabels };
  },
  addAttributes() {
    return { id: textAttribute('id', null), decision: choiceAttribute('decision', decisions) };
  },
  parseHTML() {
    return [{ tag: 'section[data-bt="example"]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['section', { ...HTMLAttributes, 'data-bt': 'example', class: 'bt-example' }, 0];
  },
  addCommands() {
    return {
      decideExample:
        (decision) =>
        ({ state, tr, dispatch }) => {
          const { $from } = state.selection;
          for (let depth = $from.depth; depth > 0; depth--) {
            if ($from.node(depth).type.name === this.name) {
              dispatch?.(tr.setNodeAttribute($from.before(depth), 'decision', decision));
              return true;
            }
          }
          return false;
        },
    };
  },
  addNodeView() {
    return ({ node, view, getPos }) => new ExampleView(node, view, getPos, this.options.labels());
  },
});

class ExampleView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly state = make('span', { class: 'bt-example__state' });
  private readonly buttons: ReadonlyMap<Decision, HTMLButtonElement>;
  private readonly labels: NodeLabels;
  private node: PmNode;

  constructor(
    node: PmNode,
    view: EditorView,
    getPos: () => number | undefined,
    labels: NodeLabels,
  ) {
    this.node = node;
    this.labels = labels;
    const decide = (decision: Decision) => {
      const position = getPos();
      if (position !== undefined && view.editable) {
        const next = this.node.attrs['decision'] === decision ? 'open' : decision;
        view.dispatch(view.state.tr.setNodeAttribute(position, 'decision', next));
        view.focus();
      }
    };
    const button = (decision: Decision, text: string) =>
      [decision, sheetButton(text, 'bt-sheet-button', () => decide(decision))] as const;
    this.buttons = new Map([
      button('keep', labels.exampleKeep),
      button('adapt', labels.exampleAdapt),
      button('drop', labels.exampleDrop),
    ]);
    const tag = make('span', { class: 'bt-example__tag' }, labels.example);
    const choices = make('span', { class: 'bt-example__choices' }, ...this.buttons.values());
    const bar = make('div', { class: 'bt-example__bar' }, tag, this.state, choices);
    bar.contentEditable = 'false';
    this.contentDOM = make('div', { class: 'bt-example__text' });
    this.dom = make(
      'section',
      { class: 'bt-example', 'data-bt': 'example', role: 'group', 'aria-label': labels.example },
      bar,
      this.contentDOM,
    );
    this.show();
  }

  update(node: PmNode): boolean {
    if (node.type !== this.node.type) {
      return false;
    }
    this.node = node;
    this.show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLButtonElement;
  }

  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  private show(): void {
    const decision = attributeText(this.node.attrs['decision']);
    this.dom.dataset['decision'] = decision;
    this.state.textContent = this.labels.exampleState[decision] ?? '';
    for (const [own, button] of this.buttons) {
      button.setAttribute('aria-pressed', String(own === decision));
    }
  }
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    example: {
      /// Decides on the example around the selection.
      decideExample: (decision: Decision) => ReturnType;
    };
  }
}
