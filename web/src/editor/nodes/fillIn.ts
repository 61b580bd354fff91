import { type Attributes, Node } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { randomId } from '../../base/ids';
import { attributeText, choiceAttribute, textAttribute } from './attributes';
import { make } from './dom';
import { type NodeLabels, noLabels } from './labels';

export const fillInKinds = [
  'text',
  'list',
  'choice',
  'number',
  'percentage',
  'year',
  'table',
] as const;
export type FillInKind = (typeof fillInKinds)[number];

function fillInAttributes(): Attributes {
  return {
    id: textAttribute('id', null),
    kind: choiceAttribute('kind', fillInKinds),
    label: textAttribute('label', ''),
    unit: textAttribute('unit', null),
    register: textAttribute('register', null),
    state: choiceAttribute('state', ['open', 'filled']),
  };
}

/// A place that must be filled, inside a sentence: an inline node with its own words.
export const FillIn = Node.create<{ labels: () => NodeLabels }>({
  name: 'fillIn',
  group: 'inline',
  inline: true,
  content: 'inline*',
  addOptions() {
    return { labels: () => noLabels };
  },
  addAttributes: fillInAttributes,
  parseHTML() {
    return [{ tag: 'span[data-bt="fill-in"]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', { ...HTMLAttributes, 'data-bt': 'fill-in', class: 'bt-fill-in' }, 0];
  },
  addCommands() {
    return {
      insertFillIn:
        (label, kind = 'text') =>
        ({ state, tr, dispatch }) => {
          const node = this.type.create({ id: randomId(), label, kind });
          const at = state.selection.from;
          const position = state.doc.resolve(at);
          if (!position.parent.inlineContent) {
            return false;
          }
          tr.replaceSelectionWith(node, false);
          tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView();
          dispatch?.(tr);
          return true;
        },
      goToFillIn:
        (direction) =>
        ({ state, tr, dispatch }) => {
          const position = openFillIn(state, direction);
          if (position === undefined) {
            return false;
          }
          placeIn(tr, position);
          dispatch?.(tr.scrollIntoView());
          return true;
        },
    };
  },
  addKeyboardShortcuts() {
    return {
      'Alt-ArrowDown': () => this.editor.commands.goToFillIn(1),
      'Alt-ArrowUp': () => this.editor.commands.goToFillIn(-1),
    };
  },
  addNodeView() {
    return ({ node, view, getPos }) => new FillInView(node, view, getPos, this.options.labels());
  },
});

/// A place that must be filled with paragraphs, a list or a table. May hold another fill-in.
export const FillInBlock = Node.create<{ labels: () => NodeLabels }>({
  name: 'fillInBlock',
  group: 'block',
  content: 'block*',
  defining: true,
  addOptions() {
    return { labels: () => noLabels };
  },
  addAttributes: fillInAttributes,
  parseHTML() {
    return [{ tag: 'div[data-bt="fill-in"]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', { ...HTMLAttributes, 'data-bt': 'fill-in', class: 'bt-fill-in-block' }, 0];
  },
  addNodeView() {
    return ({ node, view, getPos }) => new FillInView(node, view, getPos, this.options.labels());
  },
});

export function isFillIn(node: PmNode): boolean {
  return node.type.name === 'fillIn' || node.type.name === 'fillInBlock';
}

/// What the model plan writes where something must still come.
const stillToCome = /…|\.\.\./;

/// Filled means: there is a word, a picture or a reference in it, and no "…" is left.
export function isFilled(node: PmNode): boolean {
  if (stillToCome.test(node.textContent)) {
    return false;
  }
  let filled = node.textContent.trim() !== '';
  node.descendants((child) => {
    filled = filled || (child.isAtom && !child.isText && child.type.name !== 'hardBreak');
    return !filled;
  });
  return filled;
}

/// Open until somebody has worked on it and has left nothing to fill. The content has a say of its
/// own, because two people may have raced on the stored state.
export function isOpen(node: PmNode): boolean {
  return node.attrs['state'] !== 'filled' || !isFilled(node);
}

/// Where the next open fill-in stands, going round at the end; undefined when none is open.
function openFillIn(state: EditorState, direction: 1 | -1): number | undefined {
  const open: number[] = [];
  state.doc.descendants((node, position) => {
    if (isFillIn(node) && isOpen(node)) {
      open.push(position);
    }
  });
  const { from, $from } = state.selection;
  let inside = -1;
  for (let depth = $from.depth; depth > 0; depth--) {
    if (isFillIn($from.node(depth))) {
      inside = $from.before(depth);
      break;
    }
  }
  const candidates = direction === 1 ? open : open.toReversed();
  const here = inside >= 0 ? inside : from;
  return candidates.find((at) => (direction === 1 ? at > here : at < here)) ?? candidates.at(0);
}

/// Steps that make `state` follow the content, for fill-ins that overlap a changed range.
export function settleFillIns(tr: Transaction, from: number, to: number): void {
  tr.doc.nodesBetween(from, to, (node, position) => {
    if (isFillIn(node)) {
      const state = isFilled(node) ? 'filled' : 'open';
      if (node.attrs['state'] !== state) {
        tr.setNodeAttribute(position, 'state', state);
      }
    }
  });
}

/// Puts the selection into the fill-in at a position, and a paragraph if it has no place for one.
function placeIn(tr: Transaction, position: number): void {
  const node = tr.doc.nodeAt(position);
  const paragraph = tr.doc.type.schema.nodes['paragraph'];
  if (node?.isBlock === true && node.childCount === 0 && paragraph !== undefined) {
    tr.insert(position + 1, paragraph.create());
  }
  tr.setSelection(
    node?.isBlock === true
      ? Selection.near(tr.doc.resolve(position + 1), 1)
      : TextSelection.create(tr.doc, position + 1),
  );
}

function enterFillIn(view: EditorView, position: number): void {
  const tr = view.state.tr;
  placeIn(tr, position);
  view.dispatch(tr.scrollIntoView());
  view.focus();
}

class FillInView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly label: HTMLElement;
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
    const inline = node.isInline;
    const block = inline ? 'bt-fill-in' : 'bt-fill-in-block';
    this.label = make('span', { class: `${block}__label`, 'aria-hidden': 'true' });
    this.label.contentEditable = 'false';
    this.label.addEventListener('mousedown', (event) => {
      const position = getPos();
      if (position !== undefined && view.editable) {
        event.preventDefault();
        enterFillIn(view, position);
      }
    });
    this.contentDOM = make(inline ? 'span' : 'div', { class: `${block}__text` });
    const children = [this.label, this.contentDOM];
    this.dom = make(inline ? 'span' : 'div', { class: block, role: 'group' }, ...children);
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

  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  private show(): void {
    const label = attributeText(this.node.attrs['label']) || this.labels.fillIn;
    const unit = attributeText(this.node.attrs['unit']);
    this.label.textContent = label;
    this.dom.setAttribute('aria-label', `${this.labels.fillIn}: ${label}`);
    this.dom.dataset['label'] = label;
    this.dom.dataset['state'] = isOpen(this.node) ? 'open' : 'filled';
    this.dom.dataset['empty'] = String(this.node.content.size === 0);
    if (unit !== '') {
      this.dom.dataset['unit'] = unit;
    }
  }
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    fillIn: {
      /// Puts an open fill-in at the selection and the caret in it.
      insertFillIn: (label: string, kind?: FillInKind) => ReturnType;
      /// Moves the caret into the next (1) or previous (-1) open fill-in.
      goToFillIn: (direction: 1 | -1) => ReturnType;
    };
  }
}
