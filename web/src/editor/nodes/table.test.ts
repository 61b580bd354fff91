import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { everybodyLeaves, person } from '../testing/people';

afterEach(everybodyLeaves);

test.each([
  ['<p>Eerst.</p>', 7],
  ['<p>Eerst.</p>', 3],
  ['<p>Eerst.</p>', 1],
  ['<p></p><p>Later.</p>', 1],
  ['<ul><li><p>Punt.</p></li></ul>', 8],
])('what is typed after a table is made stands in its first cell: %s at %i', (html, at) => {
  const { editor } = person('writer', new Y.Doc());
  editor.commands.setContent(html);
  editor.commands.setTextSelection(at);
  editor.chain().insertTable({ rows: 2, cols: 2, withHeaderRow: true }).run();
  editor.view.dispatch(editor.state.tr.insertText('Wie'));
  expect(editor.getHTML()).toMatch(/<tr><th[^>]*><p>Wie<\/p><\/th><th[^>]*><p><\/p>/);
});
