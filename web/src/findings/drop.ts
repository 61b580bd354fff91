import type { Editor } from '@tiptap/core';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { Fork, type OpenDocument } from '../collab';

/// Puts words with a chip behind them into the text, as a paragraph under the one that holds the
/// caret; an empty one is filled.
export function dropText(state: EditorState, words: string, id: string): Transaction {
  const { schema, selection, tr } = state;
  const { paragraph, evidence } = schema.nodes;
  if (paragraph === undefined || evidence === undefined) {
    return tr;
  }
  const made = paragraph.create(null, [schema.text(`${words} `), evidence.create({ id })]);
  const { $to } = selection;
  // A place in a text that is in a line (a note, a fill-in) leads to the block around it.
  let depth = $to.depth;
  while (depth > 0 && !$to.node(depth).isTextblock) {
    depth--;
  }
  while (depth > 1 && $to.node(depth).isInline) {
    depth--;
  }
  const block = $to.node(depth);
  const isEmpty = depth > 0 && block.type === paragraph && block.content.size === 0;
  const from = depth === 0 ? selection.to : isEmpty ? $to.before(depth) : $to.after(depth);
  tr.replaceRangeWith(from, isEmpty ? $to.after(depth) : from, made);
  return settled(tr, from + made.nodeSize - 1);
}

/// Puts a chip alone where the caret is, behind what is selected.
export function dropChip(state: EditorState, id: string): Transaction | undefined {
  const { evidence } = state.schema.nodes;
  const { $to } = state.selection;
  if (
    evidence === undefined ||
    !$to.parent.inlineContent ||
    $to.parent.contentMatchAt($to.index()).matchType(evidence) === null
  ) {
    return undefined;
  }
  const tr = state.tr.insert($to.pos, evidence.create({ id }));
  return settled(tr, $to.pos + 1);
}

function settled(tr: Transaction, position: number): Transaction {
  const place = tr.doc.resolve(Math.min(position, tr.doc.content.size));
  return tr.setSelection(TextSelection.near(place, -1)).scrollIntoView();
}

/// The same as a suggestion, for who may not write: an update that puts the paragraph behind the
/// block of the caret.
export function suggested(
  live: OpenDocument,
  editor: Editor,
  words: string,
  id: string,
): Uint8Array | undefined {
  const fork = new Fork(live);
  try {
    const text = fork.doc.getXmlFragment('default');
    const at = Math.min(editor.state.selection.$to.index(0) + 1, text.length);
    fork.doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph');
      const chip = new Y.XmlElement('evidence');
      chip.setAttribute('id', id);
      paragraph.insert(0, [new Y.XmlText(`${words} `), chip]);
      text.insert(at, [paragraph]);
    });
    return fork.own;
  } finally {
    fork.close();
  }
}
