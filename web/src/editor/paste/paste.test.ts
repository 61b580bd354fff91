import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Collaboration } from '../plugins/collaboration';
import { Upkeep } from '../plugins/upkeep';
import { schemaExtensions } from '../schema';
import { cleanHtml } from './cleanHtml';
import { wordLists, wordReview, wordTable, wordText } from './fixtures/word';

let editor: Editor;

function sheet(html = ''): Editor {
  editor = new Editor({
    element: document.createElement('div'),
    extensions: [
      ...schemaExtensions(),
      Collaboration.configure({ fragment: new Y.Doc().getXmlFragment('default') }),
      Upkeep,
    ],
    editorProps: { transformPastedHTML: cleanHtml },
  });
  editor.commands.insertContent(html === '' ? '<p></p>' : html);
  return editor;
}

function paste(html: string): string {
  sheet();
  editor.commands.setTextSelection(1);
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent);
  return editor.getHTML();
}

afterEach(() => editor?.destroy());

describe('paste from Word', () => {
  test('keeps words, headings and marks; drops fonts, colours and programs', () => {
    const html = paste(wordText);
    expect(html).toContain('<h2>Alcohol en drugs</h2>');
    expect(html).toContain('<h2>Tweede kop</h2>');
    expect(html).toContain('<h4>Kleine kop</h4>');
    expect(html).toContain('<strong>Vet</strong> en groen met <em>cursief</em>.');
    expect(html).toContain('href="https://www.trimbos.nl/"');
    expect(html).not.toMatch(/style=|class="Mso|alert|onerror|onclick|<img|<p><\/p>.*<h2>Tweede/);
  });

  test('makes lists in lists of list paragraphs, and leaves the markers out', () => {
    const html = paste(wordLists).replaceAll(' start="1"', '');
    expect(html).toContain(
      '<ul><li><p>Scholen</p><ul><li><p>Voortgezet onderwijs</p></li><li><p>Mbo</p></li></ul></li>' +
        '<li><p>Sportclubs</p></li></ul>',
    );
    expect(html).toContain('<ol><li><p>Eerst</p></li><li><p>Daarna</p></li></ol>');
    expect(html).not.toMatch(/[·]|supportLists/);
  });

  test('takes accepted words only, no comments, and real footnotes', () => {
    paste(wordReview);
    expect(editor.getText()).toContain('De gemeente gaat minder');
    expect(editor.getText()).not.toMatch(/wil|Klopt|\[A1\]/);
    const notes: string[] = [];
    editor.state.doc.descendants((node) => {
      if (node.type.name === 'footnote') {
        notes.push(node.textContent);
      }
    });
    expect(notes).toEqual(['Peilstation, 2023.']);
  });

  test('keeps merged cells, and a place to type in empty ones', () => {
    const html = paste(wordTable);
    expect(html).toMatch(/colspan="2"[^>]*><p><strong>Partner en rol/);
    expect(html).toMatch(/rowspan="2"[^>]*><p>Politie/);
    let cells = 0;
    editor.state.doc.descendants((node) => {
      if (node.type.name === 'tableCell') {
        cells++;
        expect(node.childCount).toBeGreaterThan(0);
      }
    });
    expect(cells).toBe(4);
  });
});

describe('copies', () => {
  const fillIn = '<p>In <span data-bt="fill-in" data-id="f1" data-label="plaats">Ede</span>.</p>';

  function ids(): string[] {
    const found: string[] = [];
    editor.state.doc.descendants((node) => {
      const id = node.attrs['id'] as unknown;
      if (typeof id === 'string') {
        found.push(id);
      }
    });
    return found;
  }

  test('a pasted fill-in gets its own id, the first keeps its own', () => {
    sheet(fillIn);
    const slice = editor.view.serializeForClipboard(
      editor.state.doc.slice(0, editor.state.doc.content.size),
    ).dom.innerHTML;
    editor.commands.setTextSelection(1);
    editor.view.pasteHTML(slice, new Event('paste') as ClipboardEvent);
    const found = ids();
    expect(found.length).toBe(2);
    expect(new Set(found).size).toBe(2);
    expect(found[1]).toBe('f1');
  });

  test('splitting an example gives the second half its own id', () => {
    sheet('<section data-bt="example" data-id="e1"><p>een</p><p>twee</p></section>');
    editor.commands.insertContentAt(
      editor.state.doc.content.size,
      '<section data-bt="example" data-id="e1"><p>kopie</p></section>',
    );
    expect(new Set(ids()).size).toBe(ids().length);
  });

  test('a fill-in stays when its words go, and says open again', () => {
    sheet(fillIn);
    editor.commands.setTextSelection({ from: 5, to: 8 });
    editor.commands.deleteSelection();
    expect(ids()).toEqual(['f1']);
    expect(editor.state.doc.nodeAt(4)?.attrs['state']).toBe('open');
    editor.commands.insertContentAt(5, 'Ede');
    expect(editor.state.doc.nodeAt(4)?.attrs['state']).toBe('filled');
  });

  test('a fill-in with "…" in it is open, and filled when the last one is gone', () => {
    sheet('<p>In <span data-bt="fill-in" data-id="f1">…</span>.</p>');
    expect(editor.state.doc.nodeAt(4)?.attrs['state']).toBe('open');
    editor.commands.insertContentAt({ from: 5, to: 6 }, 'Ede');
    expect(editor.state.doc.nodeAt(4)?.attrs['state']).toBe('filled');
  });

  test('a help box stays when it becomes empty', () => {
    sheet('<aside data-bt="help" data-id="h1" data-title="Uitleg"><p>x</p></aside>');
    editor.commands.deleteRange({ from: 1, to: 4 });
    expect(ids()).toEqual(['h1']);
  });
});
