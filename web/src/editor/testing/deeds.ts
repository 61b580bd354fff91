import type { Editor } from '@tiptap/core';
import { joinBackward, lift, wrapIn } from '@tiptap/pm/commands';
import type { Node as PmNode } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';

/// One thing a person can do; returns its name for the report of a failing run.
export type Deed = (editor: Editor, random: () => number, word: () => string) => string;

/// Words look like «12», so that they can be found again.
export function wordsIn(editor: Editor): Set<string> {
  const text = editor.state.doc.textBetween(0, editor.state.doc.content.size, '\n', ' ');
  return new Set(text.match(/«\d+»/g) ?? []);
}

interface Block {
  node: PmNode;
  position: number;
}

function textblocks(doc: PmNode): Block[] {
  const blocks: Block[] = [];
  doc.descendants((node, position) => {
    if (node.isTextblock || (node.inlineContent && node.isInline && !node.isText)) {
      blocks.push({ node, position });
    }
  });
  return blocks;
}

function pick<T>(from: readonly T[], random: () => number): T | undefined {
  return from[Math.floor(random() * from.length)];
}

/// A caret in a random text, never inside a word.
function placeCaret(editor: Editor, random: () => number): boolean {
  const block = pick(textblocks(editor.state.doc), random);
  if (block === undefined) {
    return false;
  }
  const places: number[] = [];
  block.node.forEach((child, offset) => {
    const text = child.text ?? '';
    for (let at = 0; at <= text.length; at++) {
      const before = text.slice(0, at);
      if (child.isText && before.lastIndexOf('«') <= before.lastIndexOf('»')) {
        places.push(offset + at);
      }
    }
  });
  const at = block.position + 1 + (pick(places, random) ?? 0);
  const selection = TextSelection.create(editor.state.doc, at);
  editor.view.dispatch(editor.state.tr.setSelection(selection));
  return true;
}

const type: Deed = (editor, random, word) => {
  const words = word();
  const { from } = editor.state.selection;
  if (placeCaret(editor, random)) {
    editor.view.dispatch(editor.state.tr.insertText(words));
  }
  return `type ${words} at ${from}`;
};

function command(name: string, run: (editor: Editor) => boolean): Deed {
  return (editor, random) => {
    const done = placeCaret(editor, random) && run(editor);
    return `${name}${done ? '' : ' (nothing)'} at ${editor.state.selection.from}`;
  };
}

const raw = (fn: typeof joinBackward) => (editor: Editor) =>
  fn(editor.state, (tr) => editor.view.dispatch(tr));

const quote = (editor: Editor) => {
  const blockquote = editor.schema.nodes['blockquote'];
  return blockquote !== undefined && raw(wrapIn(blockquote))(editor);
};

function removeBlock(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  if ($from.depth < 1) {
    return false;
  }
  editor.view.dispatch(editor.state.tr.delete($from.before(1), $from.after(1)));
  return true;
}

function moveBlockUp(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  const index = $from.index(0);
  if (index === 0) {
    return false;
  }
  const node = editor.state.doc.child(index);
  const start = $from.before(1);
  const above = start - editor.state.doc.child(index - 1).nodeSize;
  editor.view.dispatch(editor.state.tr.delete(start, start + node.nodeSize).insert(above, node));
  return true;
}

/// As one who makes a filled fill-in plain text: its words take its place.
function unwrapFillIn(editor: Editor): boolean {
  const places: Block[] = [];
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === 'fillIn' && node.content.size > 0) {
      places.push({ node, position });
    }
  });
  const { from } = editor.state.selection;
  const place = places.find(({ position }) => position >= from) ?? places[0];
  if (place === undefined) {
    return false;
  }
  const { node, position } = place;
  editor.view.dispatch(
    editor.state.tr.replaceWith(position, position + node.nodeSize, node.content),
  );
  return true;
}

const table =
  (name: 'addRowAfter' | 'deleteRow' | 'addColumnAfter' | 'deleteColumn' | 'mergeCells') =>
  (editor: Editor) =>
    editor.chain().repairTables()[name]().run();

/// Every deed, with the weight of its kind: people mostly type.
export const deeds: readonly Deed[] = [
  ...Array.from({ length: 12 }, () => type),
  command('heading', (editor) => editor.commands.toggleHeading({ level: 2 })),
  command('heading 3', (editor) => editor.commands.toggleHeading({ level: 3 })),
  command('bullets', (editor) => editor.commands.toggleBulletList()),
  command('numbers', (editor) => editor.commands.toggleOrderedList()),
  command('sink', (editor) => editor.commands.sinkListItem('listItem')),
  command('lift item', (editor) => editor.commands.liftListItem('listItem')),
  command('split', (editor) => editor.commands.splitBlock()),
  command('enter in list', (editor) => editor.commands.splitListItem('listItem')),
  command('join', raw(joinBackward)),
  command('quote', quote),
  command('lift', raw(lift)),
  command('remove', removeBlock),
  command('move up', moveBlockUp),
  command('row', table('addRowAfter')),
  command('no row', table('deleteRow')),
  command('column', table('addColumnAfter')),
  command('no column', table('deleteColumn')),
  command('fill-in', (editor) => editor.commands.insertFillIn('naam')),
  command('no fill-in', unwrapFillIn),
  command('footnote', (editor) => editor.commands.insertFootnote()),
  command('undo', (editor) => editor.commands.undo()),
  command('redo', (editor) => editor.commands.redo()),
];
