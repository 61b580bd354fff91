import { Node } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import type { Decoration, NodeView } from '@tiptap/pm/view';
import { attributeText, textAttribute } from './attributes';
import { make, sheetButton } from './dom';
import { type NodeLabels, noLabels } from './labels';

/// What somebody who knows it says of a chip, as the spec of a decoration on it.
export interface EvidenceShown {
  evidence: {
    /// On the chip.
    text: string;
    /// Nothing is behind it any more.
    withdrawn: boolean;
  };
}

/// Leaves a chip when somebody wants to see what is behind it; its detail is the evidence's id.
export const evidenceEvent = 'bt-evidence';

/// Stands behind a claim and says how much it rests on. What that is knows who decorates it.
export const Evidence = Node.create<{ labels: () => NodeLabels }>({
  name: 'evidence',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions() {
    return { labels: () => noLabels };
  },
  addAttributes() {
    return { id: textAttribute('id', null) };
  },
  parseHTML() {
    return [{ tag: 'span[data-bt="evidence"]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', { ...HTMLAttributes, 'data-bt': 'evidence' }];
  },
  renderText() {
    return '';
  },
  addNodeView() {
    return ({ node, decorations }) => new EvidenceView(node, decorations, this.options.labels());
  },
});

class EvidenceView implements NodeView {
  readonly dom: HTMLElement;
  private readonly button: HTMLButtonElement;
  private readonly labels: NodeLabels;
  private node: PmNode;

  constructor(node: PmNode, decorations: readonly Decoration[], labels: NodeLabels) {
    this.node = node;
    this.labels = labels;
    this.button = sheetButton('', 'bt-evidence__chip', () => {
      const detail = attributeText(this.node.attrs['id']);
      this.dom.dispatchEvent(new CustomEvent(evidenceEvent, { bubbles: true, detail }));
    });
    this.dom = make('span', { class: 'bt-evidence', 'data-bt': 'evidence' }, this.button);
    this.dom.contentEditable = 'false';
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

  ignoreMutation(): boolean {
    return true;
  }

  private show(decorations: readonly Decoration[]): void {
    const spec = decorations.find((one) => 'evidence' in (one.spec as object))?.spec as
      | EvidenceShown
      | undefined;
    const text = spec?.evidence.text ?? this.labels.evidence;
    this.button.textContent = text;
    this.button.setAttribute('aria-label', this.labels.evidenceLabel(text));
    this.dom.dataset['withdrawn'] = String(spec?.evidence.withdrawn === true);
  }
}
