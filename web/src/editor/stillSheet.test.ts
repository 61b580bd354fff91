import { Editor } from '@tiptap/core';
import { expect, test } from 'vitest';
import { parseTree } from '../api';
import type { NodeLabels } from './nodes/labels';
import { noLabels } from './nodes/labels';
import { nodesNl } from './nodes/nl';
import { Numbering } from './plugins/numbering';
import { schemaExtensions } from './schema';
import { stillSheet } from './stillSheet';

const words = (text: string, ...marks: string[]) => ({
  type: 'text',
  text,
  marks: marks.map((type) =>
    type === 'link' ? { type, attrs: { href: 'https://voorbeeld.test/' } } : { type },
  ),
});
const node = (type: string, attrs: object, ...content: object[]) => ({ type, attrs, content });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const place = { id: 'x', kind: 'text', label: 'Jaar', register: null, unit: null, state: 'open' };

/// Each kind of node and mark, and lines that end in no words.
const everything = {
  type: 'doc',
  content: [
    node('heading', { level: 2 }, words('Kop')),
    node('heading', { level: 4 }),
    paragraph(words('Gewoon, '), words('vet', 'bold'), words('link', 'link', 'italic')),
    paragraph(words('u', 'underline'), words('s', 'strike'), words('2', 'superscript')),
    paragraph(words('laag', 'subscript')),
    paragraph(),
    paragraph(words('Regel'), { type: 'hardBreak' }),
    node('bulletList', {}, node('listItem', {}, paragraph(words('Punt')))),
    node('orderedList', { start: 3 }, node('listItem', {}, paragraph(words('Drie')))),
    node('orderedList', { start: 1 }, node('listItem', {}, paragraph(words('Een')))),
    node('blockquote', {}, paragraph(words('Citaat'))),
    { type: 'horizontalRule' },
    node(
      'table',
      {},
      node('tableRow', {}, node('tableHeader', { colspan: 2 }, paragraph(words('Jaar')))),
      node('tableRow', {}, node('tableCell', {}, paragraph()), node('tableCell', {}, paragraph())),
    ),
    node('image', { src: '/v1/images/5b1f0c7e', alt: 'Grafiek', width: 640 }),
    node('image', { src: 'https://elders.test/spion.png', alt: '' }),
    ...['open', 'keep', 'adapt', 'drop'].map((decision) =>
      node('example', { id: decision, decision }, paragraph(words('Zoals hier'))),
    ),
    node('help', { id: 'dicht', title: '', icon: true }, paragraph(words('Uitleg'))),
    node('questions', { id: 'open', title: 'Vraag' }, paragraph(words('Wie?'))),
    paragraph(
      words('In '),
      node('fillIn', place),
      node('fillIn', { ...place, label: '', unit: 'procent', state: 'filled' }, words('12')),
      node('fillIn', { ...place, state: 'filled' }, words('20…')),
    ),
    node('fillInBlock', { ...place, state: 'filled' }, paragraph(words('Gevuld'))),
    node('fillInBlock', { ...place, state: 'filled' }, paragraph()),
    paragraph(
      words('Noot'),
      node('footnote', { id: 'een' }, words('Bron')),
      node('footnote', { id: 'twee' }, words('Ook')),
    ),
    paragraph(
      node('crossReference', { id: 'a', target: '3.9', text: null }),
      words(', '),
      node('crossReference', { id: 'b', target: '3.9', text: 'partners' }),
      words(', '),
      node('crossReference', { id: 'c', target: '9.9', text: null }),
      words('.'),
      node('evidence', { id: 'd' }),
    ),
  ],
};

const sections = [{ key: '3.9', number: '3.9', title: 'Informatie' }];
const labels: NodeLabels = {
  ...noLabels,
  example: nodesNl.example.tag,
  exampleState: nodesNl.example.state,
  help: nodesNl.help.title,
  helpFold: nodesNl.help.fold,
  helpUnfold: nodesNl.help.unfold,
  questions: nodesNl.questions.title,
  fillIn: nodesNl.fillIn.name,
  evidence: nodesNl.evidence.name,
  imageDescription: nodesNl.image.description,
  imageDecorative: nodesNl.image.isDecorative,
  imageDescribe: nodesNl.image.describe,
};
const isFolded = (id: string) => id === 'dicht';

function inEditor(): Element {
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: [
      ...schemaExtensions({
        labels: () => labels,
        folds: { isFolded, remember: () => {} },
        onOpenSection: () => {},
        onDescribeImage: () => {},
      }),
      Numbering.configure({ sections: () => sections }),
    ],
    content: everything,
  });
  return editor.view.dom;
}

function still(json: unknown, mayWrite = true): HTMLElement {
  const sectionOf = (key: string) => sections.find((section) => section.key === key);
  return stillSheet(parseTree(json), { words: nodesNl, mayWrite, isFolded, sectionOf });
}

/// What is seen of an element: nothing that styles hide, no attribute that no style asks for. That
/// bars cannot be typed in is left out: the DOM of these tests does not show it.
const unseen = '.bt-example__choices, .bt-box__remove, .ProseMirror-separator, colgroup';
const seen = new Set(
  (
    'class start colspan rowspan src alt width href data-decision data-folded ' +
    'data-icon data-state data-empty data-unit data-missing data-withdrawn'
  ).split(' '),
);
const idle = /\s*\b(ProseMirror-trailingBreak|utrecht-link|tiptap|ProseMirror)(?!\w|-)\s*/g;

function sightOf(sheet: Element): string[] {
  const copy = document.createElement('div');
  copy.append(...[...sheet.children].map((child) => child.cloneNode(true)));
  for (const element of copy.querySelectorAll(unseen)) {
    element.remove();
  }
  for (const element of copy.querySelectorAll('*')) {
    element.className = element.className.replace(idle, ' ').trim();
    for (const { name, value } of [...element.attributes]) {
      if (!seen.has(name) || value === '') {
        element.removeAttribute(name);
      }
    }
    // Sorted, as their order is not seen.
    for (const { name, value } of [...element.attributes].toSorted((one, other) =>
      one.name.localeCompare(other.name),
    )) {
      element.removeAttribute(name);
      element.setAttribute(name, value);
    }
  }
  return [...copy.children].map((child) => child.outerHTML);
}

test('before the editor stand the same elements as in it', () => {
  expect(sightOf(still(everything))).toEqual(sightOf(inEditor()));
});

test('words are nothing but words, and a link leads only where it may', () => {
  const trap = '<img src=x onerror=alert(1)>';
  const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } };
  const sheet = still({
    type: 'doc',
    content: [
      paragraph({ type: 'text', text: trap, marks: [link] }),
      node('help', { id: 'x', title: trap }),
      node('fillInBlock', { label: trap, unit: trap }),
      node('script', {}, words(trap)),
      { type: 'script', text: trap },
    ],
  });
  expect(sheet.textContent).toContain(trap);
  expect(sheet.querySelector('img, script, [href], [onerror]')).toBeNull();
});

test('nothing in it can be typed in', () => {
  expect(still(everything).outerHTML).not.toContain('contenteditable="true"');
  expect(still(everything, false).getAttribute('contenteditable')).toBe('false');
});
