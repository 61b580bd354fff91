import { Node } from '@tiptap/core';

const ownImage = /^(\/v1\/|blob:)/;

/// A picture of the plan. Only pictures kept by our own server are shown: a text must not make
/// every reader's browser call somebody else's.
export const SheetImage = Node.create({
  name: 'image',
  group: 'block',
  draggable: true,
  addAttributes() {
    return {
      src: { default: null },
      alt: { default: '' },
      title: { default: null },
      width: { default: null },
    };
  },
  parseHTML() {
    return [
      {
        tag: 'img[src]',
        getAttrs: (element) => ownImage.test(element.getAttribute('src') ?? '') && null,
      },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    const src = HTMLAttributes['src'] as unknown;
    const safe = typeof src === 'string' && ownImage.test(src);
    return ['img', { ...HTMLAttributes, src: safe ? src : null, class: 'bt-image' }];
  },
});
