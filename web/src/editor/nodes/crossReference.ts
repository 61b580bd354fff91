import { Node } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import type { Decoration, NodeView } from '@tiptap/pm/view';
import type { EditorSection } from '../props';
import { attributeText, textAttribute } from './attributes';
import { make } from './dom';
import { type NodeLabels, noLabels } from './labels';

interface CrossReferenceOptions {
  labels: () => NodeLabels;
  onOpen: (key: string) => void;
}

/// Points to a section of the plan by its key and shows its number and title as they are today.
export const CrossReference = Node.create<CrossReferenceOptions>({
  name: 'crossReference',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions() {
    return { labels: () => noLabels, onOpen: () => {} };
  },
  addAttributes() {
    return {
      id: textAttribute('id', null),
      target: textAttribute('target', ''),
      text: textAttribute('text', null),
    };
  },
  parseHTML() {
    return [{ tag: 'span[data-bt="cross-reference"]' }];
  },
  renderHTML({ HTMLAttributes, node }) {
    const words = attributeText(node.attrs['text']) || attributeText(node.attrs['target']);
    return ['span', { ...HTMLAttributes, 'data-bt': 'cross-reference' }, words];
  },
  renderText({ node }) {
    return attributeText(node.attrs['text']) || attributeText(node.attrs['target']);
  },
  addNodeView() {
    return ({ node, decorations }) => new CrossReferenceView(node, decorations, this.options);
  },
});

/// What the reference reads: its own words if it has them, else number and title.
export function referenceText(node: PmNode, section: EditorSection | undefined): string {
  const own = attributeText(node.attrs['text']);
  if (own !== '') {
    return section === undefined ? own : `${own} (${section.number})`;
  }
  return section === undefined
    ? attributeText(node.attrs['target'])
    : `${section.number} ${section.title}`.trim();
}

class CrossReferenceView implements NodeView {
  readonly dom: HTMLElement;
  private readonly link: HTMLAnchorElement;
  private readonly options: CrossReferenceOptions;
  private node: PmNode;

  constructor(node: PmNode, decorations: readonly Decoration[], options: CrossReferenceOptions) {
    this.node = node;
    this.options = options;
    this.link = make('a', { class: 'bt-cross-reference utrecht-link', href: '#' });
    this.link.addEventListener('click', (event) => {
      event.preventDefault();
      options.onOpen(attributeText(this.node.attrs['target']));
    });
    this.dom = make('span', { 'data-bt': 'cross-reference' }, this.link);
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
    return event.type === 'click';
  }

  ignoreMutation(): boolean {
    return true;
  }

  private show(decorations: readonly Decoration[]): void {
    const spec = decorations.find((one) => 'section' in (one.spec as object))?.spec as
      | { section?: EditorSection }
      | undefined;
    const missing = spec?.section === undefined;
    this.link.textContent = referenceText(this.node, spec?.section);
    this.link.title = missing ? this.options.labels().crossReferenceMissing : '';
    this.dom.dataset['missing'] = String(missing);
  }
}
