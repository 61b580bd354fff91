import { Node } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { NodeSelection, Selection } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { isOwnImage } from '../../base/addresses';
import { attributeText } from './attributes';
import { make, sheetButton } from './dom';
import { type NodeLabels, noLabels } from './labels';

export { isOwnImage } from '../../base/addresses';

interface ImageOptions {
  labels: () => NodeLabels;
  /// The reader wants to change the words of the selected picture.
  onDescribe: () => void;
}

/// A picture of the plan. An empty `alt` means: decoration, nothing to describe.
export const SheetImage = Node.create<ImageOptions>({
  name: 'image',
  group: 'block',
  draggable: true,
  addOptions() {
    return { labels: () => noLabels, onDescribe: () => {} };
  },
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
        getAttrs: (element) => isOwnImage(element.getAttribute('src')) && null,
      },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    const src = HTMLAttributes['src'] as unknown;
    return ['img', { ...HTMLAttributes, src: isOwnImage(src) ? src : null, class: 'bt-image' }];
  },
  addCommands() {
    return {
      insertImage:
        ({ src, alt, width }, at, goOn) =>
        ({ tr, dispatch }) => {
          const paragraph = tr.doc.type.schema.nodes['paragraph'];
          const place = placeFor(tr.doc, at);
          tr.insert(place, this.type.create({ src, alt, width }));
          const after = tr.doc.resolve(place + 1);
          if (paragraph !== undefined && after.nodeAfter?.type !== paragraph) {
            // Without it there would be no place to go on writing, or only in a heading.
            tr.insert(place + 1, paragraph.create());
          }
          if (goOn) {
            tr.setSelection(Selection.near(tr.doc.resolve(place + 1), 1)).scrollIntoView();
          }
          dispatch?.(tr);
          return true;
        },
    };
  },
  addNodeView() {
    return ({ node, view, getPos }) => new ImageView(node, view, getPos, this.options);
  },
});

/// Where a picture goes that is asked for at a position: behind the block that holds it.
function placeFor(doc: PmNode, at: number): number {
  const position = doc.resolve(Math.max(0, Math.min(at, doc.content.size)));
  if (holdsImage(position.parent, position.index())) {
    return position.pos + (position.nodeAfter?.nodeSize ?? 0);
  }
  for (let depth = position.depth; depth > 0; depth--) {
    if (holdsImage(position.node(depth - 1), position.indexAfter(depth - 1))) {
      return position.after(depth);
    }
  }
  return doc.content.size;
}

function holdsImage(parent: PmNode, index: number): boolean {
  const image = parent.type.schema.nodes['image'];
  return image !== undefined && parent.canReplaceWith(index, index, image);
}

class ImageView implements NodeView {
  readonly dom: HTMLElement;
  private readonly picture: HTMLImageElement;
  private readonly words: HTMLElement;
  private readonly labels: NodeLabels;
  private node: PmNode;

  constructor(
    node: PmNode,
    view: EditorView,
    getPos: () => number | undefined,
    options: ImageOptions,
  ) {
    this.node = node;
    this.labels = options.labels();
    this.picture = make('img', { class: 'bt-image' });
    this.words = make('span', { class: 'bt-figure__words' });
    const describe = sheetButton(this.labels.imageDescribe, 'bt-sheet-button', () => {
      const position = getPos();
      if (position !== undefined && view.editable) {
        const chosen = NodeSelection.create(view.state.doc, position);
        view.dispatch(view.state.tr.setSelection(chosen));
        options.onDescribe();
      }
    });
    const bar = make('figcaption', { class: 'bt-figure__bar' }, this.words, describe);
    bar.contentEditable = 'false';
    this.dom = make('figure', { class: 'bt-figure' }, this.picture, bar);
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

  ignoreMutation(mutation: { type: string }): boolean {
    return mutation.type !== 'selection';
  }

  private show(): void {
    const { src, title, width } = this.node.attrs as Readonly<Record<string, unknown>>;
    const alt = attributeText(this.node.attrs['alt']);
    set(this.picture, 'src', isOwnImage(src) ? src : undefined);
    set(this.picture, 'title', typeof title === 'string' ? title : undefined);
    set(this.picture, 'width', typeof width === 'number' ? String(width) : undefined);
    this.picture.alt = alt;
    this.words.textContent =
      alt === '' ? this.labels.imageDecorative : `${this.labels.imageDescription}: ${alt}`;
  }
}

/// Changes an attribute only where it differs: setting `src` again would load the picture anew.
function set(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    image: {
      /// Puts a picture behind the block at a position, and a paragraph after it where none
      /// follows. `goOn` puts the caret after it.
      insertImage: (
        image: { src: string; alt: string; width: number },
        at: number,
        goOn: boolean,
      ) => ReturnType;
    };
  }
}
