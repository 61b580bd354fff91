import { Node } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { textAttribute } from '../editor/nodes/attributes';
import { make } from '../editor/nodes/dom';
import {
  type Confidentiality,
  confidentialities,
  type Kind,
  kinds,
  type Mark,
  marks,
} from './model';
import { idsIn } from './reach';

/// What a note says about itself, in words.
export interface NoteWords {
  kind: Readonly<Record<Kind, string>>;
  confidentiality: Readonly<Record<Confidentiality, string>>;
  mark: Readonly<Record<Mark, string>>;
}

const noWords: NoteWords = {
  kind: { quote: '', paraphrase: '', observation: '' },
  confidentiality: { open: '', core: '', unusable: '' },
  mark: {
    signal: '',
    bottleneck: '',
    success: '',
    group: '',
    setting: '',
    substance: '',
    action: '',
  },
};

export function kindOf(node: PmNode): Kind {
  return kinds.find((kind) => kind === node.attrs['kind']) ?? 'paraphrase';
}

/// As the server judges it: what is not plainly for use is not for use.
export function confidentialityOf(node: PmNode): Confidentiality {
  const word: unknown = node.attrs['confidentiality'];
  return confidentialities.find((one) => one === word) ?? 'unusable';
}

export function marksOf(node: PmNode): Mark[] {
  const words: unknown = node.attrs['marks'];
  const found = typeof words === 'string' ? words.split(' ') : [];
  return marks.filter((mark) => found.includes(mark));
}

/// The ids of the notes that its words come from, without its own.
export function originsOf(node: PmNode): string[] {
  return idsIn(node.attrs['of']);
}

function faceOf(node: PmNode, words: NoteWords): HTMLElement {
  const chips = marksOf(node).map((mark) =>
    make('span', { class: `bt-talknote__mark bt-talknote__mark--${mark}` }, words.mark[mark]),
  );
  const confidentiality = confidentialityOf(node);
  const face = make(
    'span',
    { class: 'bt-talknote__face' },
    make('span', { class: 'bt-talknote__kind' }, words.kind[kindOf(node)]),
    make(
      'span',
      { class: `bt-talknote__reach bt-talknote__reach--${confidentiality}` },
      words.confidentiality[confidentiality],
    ),
    ...chips,
  );
  face.contentEditable = 'false';
  return face;
}

/// One note. Valid when empty: a merge must never make a node that cannot be shown.
export const NoteNode = Node.create<{ words: () => NoteWords }>({
  name: 'note',
  content: 'text*',
  defining: true,
  addOptions() {
    return { words: () => noWords };
  },
  addAttributes() {
    return {
      id: textAttribute('id', null),
      kind: textAttribute('kind', null),
      confidentiality: textAttribute('confidentiality', null),
      marks: textAttribute('marks', null),
      // Ids of the notes that its words come from, joined by a space.
      of: textAttribute('of', null),
    };
  },
  // Whatever comes from elsewhere: each of its lines is a note.
  parseHTML() {
    const own = { tag: 'div[data-bt-note]' };
    const lines = ['p', 'h1', 'h2', 'h3', 'h4', 'pre'].map((tag) => ({ tag }));
    const around = ['li', 'td', 'th'].map((tag) => ({
      tag,
      getAttrs: (element: HTMLElement) => (element.querySelector('p, li') === null ? null : false),
    }));
    return [own, ...lines, ...around];
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', { ...HTMLAttributes, 'data-bt-note': '' }, 0];
  },
  addNodeView() {
    const { words } = this.options;
    return ({ node }) => {
      let shown = node;
      const content = make('div', { class: 'bt-talknote__text' });
      const dom = make('div', { class: 'bt-talknote' }, faceOf(node, words()), content);
      const show = (now: PmNode) => {
        dom.setAttribute('data-kind', kindOf(now));
        dom.setAttribute('data-reach', confidentialityOf(now));
        dom.toggleAttribute('data-empty', now.childCount === 0);
        if (!shown.hasMarkup(now.type, now.attrs)) {
          dom.replaceChild(faceOf(now, words()), dom.firstChild ?? content);
        }
        shown = now;
      };
      show(node);
      return {
        dom,
        contentDOM: content,
        update: (now) => {
          if (now.type !== shown.type) {
            return false;
          }
          show(now);
          return true;
        },
        ignoreMutation: (mutation) =>
          mutation.type === 'attributes' ||
          (mutation.type !== 'selection' && !content.contains(mutation.target)),
      };
    };
  },
});
