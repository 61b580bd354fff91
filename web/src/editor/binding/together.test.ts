import type { Editor } from '@tiptap/core';
import { joinBackward, lift, wrapIn } from '@tiptap/pm/commands';
import type { Command } from '@tiptap/pm/state';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { FakeNetwork } from '../testing/network';
import { xmlOf } from '../testing/people';

let network: FakeNetwork;

afterEach(() => network.destroy());

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}

const p = (text: string) => element('paragraph', new Y.XmlText(text));

function positionOf(editor: Editor, words: string): number {
  let found = -1;
  editor.state.doc.descendants((node, position) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    found = at >= 0 && found < 0 ? position + at : found;
  });
  return found;
}

const raw = (editor: Editor, command: Command) =>
  command(editor.state, (tr) => editor.view.dispatch(tr));

/// Anna changes the structure, Bram types " erbij" behind `words`, at the same moment.
function together(seed: Y.XmlElement[], words: string, change: (editor: Editor) => void): string {
  network = new FakeNetwork((fragment) => fragment.insert(0, seed), ['anna', 'bram'], true);
  const [anna, bram] = network.seats.map((seat) => seat.person.editor);
  if (anna === undefined || bram === undefined) {
    return '';
  }
  anna.commands.setTextSelection(positionOf(anna, words));
  change(anna);
  const at = positionOf(bram, words) + words.length;
  bram.view.dispatch(bram.state.tr.insertText(' erbij', at));
  network.settle();
  const [first, second] = network.seats.map((seat) => xmlOf(seat.person.doc));
  expect(first).toBe(second);
  expect(anna.state.doc.toJSON()).toEqual(bram.state.doc.toJSON());
  return first ?? '';
}

test('heading toggled while somebody types in it', () => {
  const xml = together([p('een twee')], 'een', (editor) => {
    editor.commands.toggleHeading({ level: 2 });
  });
  expect(xml).toBe('<heading>een erbij twee</heading>');
});

test('list item joined while somebody types in it', () => {
  const list = element('bulletList', element('listItem', p('een')), element('listItem', p('twee')));
  const xml = together([list], 'twee', (editor) => {
    raw(editor, joinBackward);
    raw(editor, joinBackward);
  });
  expect(xml).toContain('twee erbij');
});

test('paragraph wrapped in a list while somebody types in it', () => {
  const xml = together([p('een twee')], 'een', (editor) => {
    editor.commands.toggleBulletList();
  });
  expect(xml).toContain('<listitem><paragraph>een erbij twee</paragraph></listitem>');
});

test('row deleted while somebody types in its cell: the words stand by the table', () => {
  const row = (text: string) => element('tableRow', element('tableCell', p(text)));
  const xml = together([element('table', row('een'), row('twee'))], 'twee', (editor) => {
    editor.commands.deleteRow();
  });
  expect(xml).not.toContain('twee');
  expect(xml).toMatch(/<\/table><paragraph> erbij<\/paragraph>/);
});

test('quoted by one while another splits: nothing goes', () => {
  network = new FakeNetwork((f) => f.insert(0, [p('een twee drie')]), ['anna', 'bram'], true);
  const [anna, bram] = network.seats.map((seat) => seat.person.editor);
  const blockquote = anna?.schema.nodes['blockquote'];
  if (anna === undefined || bram === undefined || blockquote === undefined) {
    return;
  }
  anna.commands.setTextSelection(2);
  raw(anna, wrapIn(blockquote));
  bram.commands.setTextSelection(positionOf(bram, 'drie'));
  bram.commands.splitBlock();
  network.settle();
  const [first, second] = network.seats.map((seat) => xmlOf(seat.person.doc));
  expect(first).toBe(second);
  for (const word of ['een', 'twee', 'drie']) {
    expect(first).toContain(word);
  }
});

test('lifted out of a quote while the paragraph is deleted: the deletion counts', () => {
  network = new FakeNetwork(
    (f) => f.insert(0, [element('blockquote', p('een'), p('twee')), p('drie')]),
    ['anna', 'bram'],
    true,
  );
  const [anna, bram] = network.seats.map((seat) => seat.person.editor);
  if (anna === undefined || bram === undefined) {
    return;
  }
  anna.commands.setTextSelection(positionOf(anna, 'een'));
  raw(anna, lift);
  const from = positionOf(bram, 'twee');
  bram.view.dispatch(bram.state.tr.delete(from, from + 4));
  network.settle();
  const [first, second] = network.seats.map((seat) => xmlOf(seat.person.doc));
  expect(first).toBe(second);
  expect(first).toContain('een');
  expect(first).toContain('drie');
});

test('rows and columns added at once leave no war of repairs', () => {
  const row = (...texts: string[]) =>
    element('tableRow', ...texts.map((text) => element('tableCell', p(text))));
  const seed = () => [element('table', row('a', 'b'), row('c', 'd'))];
  network = new FakeNetwork((f) => f.insert(0, seed()), ['anna', 'bram'], true);
  const [anna, bram] = network.seats.map((seat) => seat.person.editor);
  anna?.commands.setTextSelection(positionOf(anna, 'a'));
  anna?.commands.addColumnAfter();
  bram?.commands.setTextSelection(positionOf(bram, 'c'));
  bram?.commands.addRowAfter();
  network.settle();
  const [first, second] = network.seats.map((seat) => xmlOf(seat.person.doc));
  expect(first).toBe(second);
  expect(first?.match(/<tablecell/g)?.length).toBe(8);
  anna?.chain().repairTables().addRowAfter().run();
  network.settle();
  const repaired = xmlOf(network.seats[1]?.person.doc ?? new Y.Doc());
  expect(repaired.match(/<tablecell/g)?.length).toBe(12);
});
