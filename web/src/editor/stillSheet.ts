import './editor.css';
import './marks.css';
import './nodes.css';
import './sheet.css';
import './prosemirror.css';
import { attribute, count, type TextNode, wordsOf } from '../api/tree';
import { isOwnImage, safeHref } from '../base/addresses';
import { make } from './nodes/dom';
import type { nodesNl } from './nodes/nl';

/// What a text needs to know to stand as it will in the editor.
export interface StillSheet {
  words: typeof nodesNl;
  /// Whether one will be able to write here.
  mayWrite: boolean;
  isFolded: (id: string) => boolean;
  /// Number and title of a section that a reference leads to.
  sectionOf: (key: string) => { number: string; title: string } | undefined;
}

/// The text of a section made of the same elements as the editor's (see `nodes/`), so that it takes
/// the same place, without the editor. Users' words are nothing but words here.
export function stillSheet(text: TextNode, sheet: StillSheet): HTMLElement {
  const root = make('div', { class: 'tiptap ProseMirror bt-sheet', lang: 'nl' });
  if (!sheet.mayWrite) {
    root.setAttribute('contenteditable', 'false');
  }
  let notes = 0;
  const nextNote = () => ++notes;
  root.append(...all(text, { ...sheet, nextNote }));
  return root;
}

interface Making extends StillSheet {
  nextNote: () => number;
}

function all({ content }: TextNode, making: Making): Node[] {
  return content.flatMap((node) => one(node, making) ?? []);
}

function one(node: TextNode, making: Making): Node | undefined {
  const inside = () => all(node, making);
  switch (node.type) {
    case 'text':
      return words(node);
    case 'paragraph':
      return line('p', node, inside());
    case 'heading':
      return line(`h${Math.min(Math.max(count(node, 'level', 2), 2), 4)}`, node, inside());
    case 'bulletList':
      return make('ul', {}, ...inside());
    case 'orderedList':
      return make('ol', startOf(node), ...inside());
    case 'listItem':
      return make('li', {}, ...inside());
    case 'blockquote':
      return make('blockquote', {}, ...inside());
    case 'horizontalRule':
      return make('hr', {});
    case 'hardBreak':
      return make('br', {});
    case 'table':
      return make(
        'div',
        { class: 'tableWrapper' },
        make('table', {}, make('tbody', {}, ...inside())),
      );
    case 'tableRow':
      return make('tr', {}, ...inside());
    case 'tableCell':
      return cell('td', node, inside());
    case 'tableHeader':
      return cell('th', node, inside());
    case 'image':
      return picture(node, making);
    case 'example':
      return example(node, inside(), making);
    case 'help':
    case 'questions':
      return box(node.type, node, inside(), making);
    case 'fillIn':
      return fillIn('span', 'bt-fill-in', node, inside(), making);
    case 'fillInBlock':
      return fillIn('div', 'bt-fill-in-block', node, inside(), making);
    case 'footnote':
      return footnote(inside(), making);
    case 'crossReference':
      return reference(node, making);
    case 'evidence':
      return evidence(making);
    default:
      return node.content.length === 0
        ? undefined
        : make('div', { class: 'bt-unknown' }, ...inside());
  }
}

function startOf(list: TextNode): Record<string, string> {
  const start = count(list, 'start', 1);
  return start === 1 ? {} : { start: String(start) };
}

/// From the outermost on.
const marks = [
  ['link', 'a'],
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strike', 's'],
  ['superscript', 'sup'],
  ['subscript', 'sub'],
] as const;

function words(node: TextNode): Node {
  const there = new Map(node.marks.map(({ type, attrs }) => [type, attrs]));
  return marks.reduceRight<Node>((inner, [mark, tag]) => {
    const attributes = there.get(mark);
    return attributes === undefined ? inner : make(tag, linkOf(attributes), inner);
  }, document.createTextNode(node.text));
}

function linkOf({ href }: TextNode['attrs']): Record<string, string> {
  const safe = typeof href === 'string' ? safeHref(href) : undefined;
  return safe === undefined ? {} : { href: safe, rel: 'noopener noreferrer nofollow' };
}

/// A line that does not end in words gets a break, as an editor gives it, to be as high as others.
function line(tag: string, node: TextNode, inside: readonly Node[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(...inside);
  if (node.content.at(-1)?.type !== 'text') {
    element.append(make('br', {}));
  }
  return element;
}

function cell(tag: 'td' | 'th', node: TextNode, inside: readonly Node[]): HTMLElement {
  const element = document.createElement(tag);
  element.colSpan = count(node, 'colspan', 1);
  element.rowSpan = count(node, 'rowspan', 1);
  element.append(...inside);
  return element;
}

function bar(name: string, ...parts: HTMLElement[]): HTMLElement {
  return make('div', { class: name, contenteditable: 'false' }, ...parts);
}

function button(text: string): HTMLElement {
  return make('button', { type: 'button', class: 'bt-sheet-button', tabindex: '-1' }, text);
}

function picture(node: TextNode, { words: { image } }: Making): HTMLElement {
  const { src } = node.attrs;
  const alt = attribute(node, 'alt');
  const width = count(node, 'width', 0);
  const shown = make('img', { class: 'bt-image', alt });
  if (isOwnImage(src)) {
    shown.src = src;
  }
  if (width > 0) {
    shown.setAttribute('width', String(width));
  }
  const said = alt === '' ? image.isDecorative : `${image.description}: ${alt}`;
  const caption = make(
    'figcaption',
    { class: 'bt-figure__bar', contenteditable: 'false' },
    make('span', { class: 'bt-figure__words' }, said),
    button(image.describe),
  );
  return make('figure', { class: 'bt-figure' }, shown, caption);
}

function example(node: TextNode, inside: Node[], making: Making): HTMLElement {
  const decision = attribute(node, 'decision');
  const states: Readonly<Record<string, string>> = making.words.example.state;
  return make(
    'section',
    { class: 'bt-example', 'data-decision': decision },
    bar(
      'bt-example__bar',
      make('span', { class: 'bt-example__tag' }, making.words.example.tag),
      make('span', { class: 'bt-example__state' }, states[decision] ?? ''),
    ),
    make('div', { class: 'bt-example__text' }, ...inside),
  );
}

function box(
  kind: 'help' | 'questions',
  node: TextNode,
  inside: Node[],
  making: Making,
): HTMLElement {
  const folded = making.isFolded(attribute(node, 'id'));
  const { help } = making.words;
  const icon = String(node.attrs['icon'] === true);
  return make(
    'aside',
    { class: `bt-${kind}`, 'data-folded': String(folded), 'data-icon': icon },
    bar(
      `bt-${kind}__bar`,
      make('span', { class: `bt-${kind}__icon` }),
      make(
        'span',
        { class: `bt-${kind}__title` },
        attribute(node, 'title') || making.words[kind].title,
      ),
      button(folded ? help.unfold : help.fold),
    ),
    make('div', { class: `bt-${kind}__text` }, ...inside),
  );
}

function fillIn(
  tag: 'span' | 'div',
  name: string,
  node: TextNode,
  inside: Node[],
  making: Making,
): HTMLElement {
  const label = attribute(node, 'label') || making.words.fillIn.name;
  const unit = attribute(node, 'unit');
  return make(
    tag,
    {
      class: name,
      'data-state': attribute(node, 'state') === 'filled' && isFilled(node) ? 'filled' : 'open',
      'data-empty': String(node.content.length === 0),
      ...(unit === '' ? {} : { 'data-unit': unit }),
    },
    make('span', { class: `${name}__label`, contenteditable: 'false' }, label),
    make(tag, { class: `${name}__text` }, ...inside),
  );
}

/// As `isFilled` of the editor: there is something in it, and nothing still to come.
function isFilled(node: TextNode): boolean {
  const text = wordsOf(node);
  return !/…|\.\.\./.test(text) && (text.trim() !== '' || node.content.some(holdsAtom));
}

function holdsAtom(node: TextNode): boolean {
  const atoms = ['image', 'crossReference', 'evidence', 'horizontalRule'];
  return atoms.includes(node.type) || node.content.some(holdsAtom);
}

function footnote(inside: Node[], making: Making): HTMLElement {
  const number = String(making.nextNote());
  return make(
    'span',
    { class: 'bt-footnote' },
    make('button', { type: 'button', class: 'bt-footnote__number', tabindex: '-1' }, number),
    make('span', { class: 'bt-footnote__text' }, ...inside),
  );
}

/// What it rests on is known later.
function evidence({ words: { evidence } }: Making): HTMLElement {
  return make(
    'span',
    { class: 'bt-evidence', contenteditable: 'false', 'data-withdrawn': 'false' },
    make('button', { type: 'button', class: 'bt-evidence__chip', tabindex: '-1' }, evidence.name),
  );
}

function reference(node: TextNode, { sectionOf }: Making): HTMLElement {
  const target = attribute(node, 'target');
  const own = attribute(node, 'text');
  const section = sectionOf(target);
  const name = section === undefined ? target : `${section.number} ${section.title}`.trim();
  const shown = own === '' ? name : section === undefined ? own : `${own} (${section.number})`;
  return make(
    'span',
    { contenteditable: 'false', 'data-missing': String(section === undefined) },
    make('a', { class: 'bt-cross-reference utrecht-link', href: '#' }, shown),
  );
}
