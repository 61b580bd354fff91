import { Node } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { attributeText, textAttribute } from './attributes';
import { make, sheetButton } from './dom';
import { type NodeLabels, noLabels } from './labels';

/// Remembers which boxes this browser has folded; the text itself does not know.
export interface FoldMemory {
  isFolded(id: string): boolean;
  remember(id: string, folded: boolean): void;
}

const neverFolded: FoldMemory = { isFolded: () => false, remember: () => {} };

interface BoxOptions {
  labels: () => NodeLabels;
  folds: FoldMemory;
}

function boxOptions(): BoxOptions {
  return { labels: () => noLabels, folds: neverFolded };
}

/// The model plan's blue box: explains, can be folded and removed, never in the result.
export const Help = Node.create<BoxOptions>({
  name: 'help',
  group: 'block',
  content: 'block*',
  defining: true,
  addOptions: boxOptions,
  addAttributes() {
    return {
      id: textAttribute('id', null),
      title: textAttribute('title', ''),
      icon: {
        default: false,
        parseHTML: (element) => element.getAttribute('data-icon') === 'true',
        renderHTML: (attributes) => ({ 'data-icon': String(attributes['icon'] === true) }),
      },
    };
  },
  parseHTML() {
    return [{ tag: 'aside[data-bt="help"]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['aside', { ...HTMLAttributes, 'data-bt': 'help', class: 'bt-help' }, 0];
  },
  addNodeView() {
    return ({ node, view, getPos }) => new BoxView(node, view, getPos, this.options, 'help');
  },
});

/// Questions that the text has to answer; never in the result.
export const Questions = Node.create<BoxOptions>({
  name: 'questions',
  group: 'block',
  content: 'block*',
  defining: true,
  addOptions: boxOptions,
  addAttributes() {
    return { id: textAttribute('id', null), title: textAttribute('title', '') };
  },
  parseHTML() {
    return [{ tag: 'aside[data-bt="questions"]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['aside', { ...HTMLAttributes, 'data-bt': 'questions', class: 'bt-questions' }, 0];
  },
  addNodeView() {
    return ({ node, view, getPos }) => new BoxView(node, view, getPos, this.options, 'questions');
  },
});

class BoxView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly title: HTMLElement;
  private readonly fold: HTMLButtonElement;
  private readonly options: BoxOptions;
  private readonly kind: 'help' | 'questions';
  private node: PmNode;

  constructor(
    node: PmNode,
    view: EditorView,
    getPos: () => number | undefined,
    options: BoxOptions,
    kind: 'help' | 'questions',
  ) {
    this.node = node;
    this.options = options;
    this.kind = kind;
    const labels = options.labels();
    this.title = make('span', { class: `bt-${kind}__title` });
    this.fold = sheetButton('', 'bt-sheet-button', () => this.toggle());
    const remove = sheetButton(labels.remove, 'bt-sheet-button bt-box__remove', () => {
      const position = getPos();
      if (position !== undefined && view.editable) {
        view.dispatch(view.state.tr.delete(position, position + this.node.nodeSize));
        view.focus();
      }
    });
    const icon = make('span', { class: `bt-${kind}__icon`, 'aria-hidden': 'true' });
    const bar = make('div', { class: `bt-${kind}__bar` }, icon, this.title, this.fold, remove);
    bar.contentEditable = 'false';
    this.contentDOM = make('div', { class: `bt-${kind}__text` });
    this.dom = make('aside', { class: `bt-${kind}`, 'data-bt': kind }, bar, this.contentDOM);
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

  private get id(): string {
    return attributeText(this.node.attrs['id']);
  }

  private toggle(): void {
    this.options.folds.remember(this.id, !this.options.folds.isFolded(this.id));
    this.show();
  }

  private show(): void {
    const labels = this.options.labels();
    const fallback = this.kind === 'help' ? labels.help : labels.questions;
    const title = attributeText(this.node.attrs['title']) || fallback;
    const folded = this.options.folds.isFolded(this.id);
    this.title.textContent = title;
    this.dom.setAttribute('aria-label', title);
    this.dom.dataset['folded'] = String(folded);
    this.dom.dataset['icon'] = String(this.node.attrs['icon'] === true);
    this.fold.textContent = folded ? labels.helpUnfold : labels.helpFold;
    this.fold.setAttribute('aria-expanded', String(!folded));
  }
}
