import { Node } from '@tiptap/core';
import { attributeText } from './attributes';
import { type NodeLabels, noLabels } from './labels';

/// Stands for a block that a newer editor made. Only ever shown, in a read-only view, so that its
/// words can be read; never written.
export const UnknownBlock = Node.create<{ labels: () => NodeLabels }>({
  name: 'unknownBlock',
  group: 'block',
  content: 'block*',
  addOptions() {
    return { labels: () => noLabels };
  },
  addAttributes() {
    return { name: { default: '' } };
  },
  renderHTML({ node }) {
    const label = `${this.options.labels().unknown} (${attributeText(node.attrs['name'])})`;
    return ['div', { class: 'bt-unknown', role: 'group', 'aria-label': label }, 0];
  },
});
