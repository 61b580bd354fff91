import type { Editor } from '@tiptap/core';
import { anchorOf, type TextAnchor, type TextRange, wordsWithin } from '../editor';

/// What a new thread can be about.
export interface Choice {
  id: string;
  kind: 'selection' | 'whole' | 'block';
  /// The first of its words; empty for the whole section.
  words: string;
  /// Absent for the whole section.
  anchor: TextAnchor | undefined;
}

/// A thread that is about to begin.
export interface Begun {
  choices: readonly Choice[];
  choice: Choice;
}

const blocksMax = 200;
const wordsMax = 60;

export const whole: Choice = { id: 'whole', kind: 'whole', words: '', anchor: undefined };

/// What one can begin a thread on: the selection, the section, and each of its paragraphs, so that
/// nobody needs a mouse to say where. Chosen is the selection, or else the paragraph with the
/// caret where `atCaret`, or else the section.
export function begin(editor: Editor | undefined, atCaret: boolean): Begun {
  if (editor === undefined || editor.isDestroyed) {
    return { choices: [whole], choice: whole };
  }
  const { selection } = editor.state;
  const selected = choiceOf(editor, 'selection', 'selection', selection);
  const choices = selected === undefined ? [whole] : [selected, whole];
  let here: Choice | undefined;
  editor.state.doc.descendants((node, position) => {
    if (!node.isTextblock || choices.length >= blocksMax) {
      return !node.isTextblock;
    }
    const range = { from: position + 1, to: position + node.nodeSize - 1 };
    const choice = choiceOf(editor, `block-${position}`, 'block', range);
    if (choice !== undefined) {
      choices.push(choice);
      if (range.from <= selection.head && selection.head <= range.to) {
        here = choice;
      }
    }
    return false;
  });
  return { choices, choice: selected ?? (atCaret ? here : undefined) ?? whole };
}

function choiceOf(
  editor: Editor,
  id: string,
  kind: Choice['kind'],
  range: TextRange,
): Choice | undefined {
  const words = wordsWithin(editor.state.doc, range);
  const anchor = words && anchorOf(editor.state, words);
  if (words === undefined || anchor === undefined) {
    return undefined;
  }
  const text = editor.state.doc.textBetween(words.from, words.to, ' ', ' ').trim();
  const short = text.length > wordsMax ? `${text.slice(0, wordsMax - 1)}…` : text;
  return { id, kind, words: short, anchor };
}
