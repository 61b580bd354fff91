import { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { afterEach, expect, test, vi } from 'vitest';
import { faultOf, imageFileSizeMaxBytes, pastedFiles } from '../imageFiles';
import { schemaExtensions } from '../schema';
import { noLabels } from './labels';

const own = '/v1/images/5b1f0c7e-8f5a-4d0b-9a60-0c9e9a1b2c3d';
let editor: Editor;

function sheet(html: string, onDescribeImage = () => {}): Editor {
  editor = new Editor({
    element: document.createElement('div'),
    extensions: schemaExtensions({
      labels: () => noLabels,
      folds: { isFolded: () => false, remember: () => {} },
      onOpenSection: () => {},
      onDescribeImage,
    }),
    content: html,
  });
  return editor;
}

afterEach(() => editor?.destroy());

test.each([
  'https://elders.test/spion.png',
  '//elders.test/spion.png',
  '/v1/documents/geheim',
  '/v1/images/../session',
  'blob:http://localhost/x',
  'data:image/png;base64,AAAA',
])('a picture from elsewhere is never asked for: %s', (src) => {
  sheet('<p>a</p>');
  editor.commands.insertContent({ type: 'image', attrs: { src, alt: 'Grafiek' } });
  expect(editor.view.dom.querySelector('img')?.hasAttribute('src')).toBe(false);
  expect(editor.view.dom.querySelector('img')?.alt).toBe('Grafiek');
  expect(editor.getHTML()).not.toContain('src=');
});

test.each([
  ['<p>een</p><p>twee</p>', 2, 'paragraph image paragraph'],
  ['<p>een</p>', 2, 'paragraph image paragraph'],
  ['<ul><li><p>punt</p></li></ul>', 4, 'bulletList'],
  [
    '<p><span data-bt="fill-in" data-label="x">woord</span> na</p><p>twee</p>',
    3,
    'paragraph image paragraph',
  ],
])('a picture goes behind the block of the caret: %s', (html, at, kinds) => {
  sheet(html);
  const words = editor.state.doc.textContent;
  editor.commands.insertImage({ src: own, alt: 'Grafiek', width: 640 }, at, true);
  const found = editor.state.doc.content.content.map((node) => node.type.name).join(' ');
  expect(found).toBe(kinds);
  expect(editor.state.doc.textContent).toBe(words);
  expect(editor.getHTML()).toContain(`<img src="${own}" alt="Grafiek" width="640"`);
  expect(() => editor.state.doc.check()).not.toThrow();
  expect(editor.state.selection.$from.parent.type.name).toBe('paragraph');
});

test('the description stands beside the picture and can be changed', () => {
  const describe = vi.fn();
  sheet('<p>a</p>', describe);
  editor.commands.insertImage({ src: own, alt: 'Grafiek', width: 10 }, 1, true);
  const bar = editor.view.dom.querySelector('figcaption');
  expect(bar?.textContent).toContain('Beschrijving: Grafiek');
  bar?.querySelector('button')?.click();
  expect(describe).toHaveBeenCalledOnce();
  expect(editor.state.selection).toBeInstanceOf(NodeSelection);
  editor.commands.updateAttributes('image', { alt: '' });
  expect(bar?.textContent).toContain('Alleen versiering');
});

function clipboard(html: string, plain: string, ...files: File[]): DataTransfer {
  const getData = (kind: string) => (kind === 'text/html' ? html : plain);
  return { files, getData } as unknown as DataTransfer;
}

test('a pasted picture is taken, but not the picture of words that Word adds', () => {
  const file = new File(['x'], '', { type: 'image/png' });
  expect(pastedFiles(clipboard('', '', file))).toEqual([file]);
  expect(pastedFiles(clipboard('<img src="https://elders.test/a.png">', '', file))).toEqual([file]);
  expect(pastedFiles(clipboard('<style>p {}</style><p>Woorden</p>', 'Woorden', file))).toEqual([]);
  expect(pastedFiles(clipboard('', 'Woorden'))).toEqual([]);
  expect(pastedFiles(null)).toEqual([]);
});

test('what cannot be sent is said before it is sent', () => {
  expect(faultOf(new File(['x'], 'a.png', { type: 'image/png' }))).toBeUndefined();
  expect(faultOf(new File(['x'], 'a.svg', { type: 'image/svg+xml' }))).toBe('kind');
  const large = new File([], 'a.jpg', { type: 'image/jpeg' });
  Object.defineProperty(large, 'size', { value: imageFileSizeMaxBytes + 1 });
  expect(faultOf(large)).toBe('size');
});
