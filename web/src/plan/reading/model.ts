import { isRecord, listOf, numberOf, parseTree, recordOf, type TextNode, textOf } from '../../api';
import { type Level, levels } from '../model';
import { type IsNote, notesOf } from './tree';

/// One section as it will be in the result.
export interface ReadSection {
  id: string;
  key: string;
  number: string;
  title: string;
  level: Level;
  /// Absent where it is too long for this page.
  text: TextNode | undefined;
}

export interface TextPage {
  items: readonly ReadSection[];
  /// Where the next page begins; absent at the end.
  next: string | undefined;
}

export function parseTextPage(json: unknown): TextPage {
  const root = recordOf(json);
  const next = root['next'];
  return {
    items: listOf(root, 'items', parseSection),
    next: typeof next === 'string' ? next : undefined,
  };
}

function parseSection(json: unknown): ReadSection {
  const root = recordOf(json);
  return {
    id: textOf(root, 'id'),
    key: textOf(root, 'key'),
    number: textOf(root, 'number'),
    title: textOf(root, 'title'),
    level: levels[numberOf(root, 'level')] ?? 'section',
    text: isRecord(root['text']) ? parseTree(root['text']) : undefined,
  };
}

/// A section and the number of its first footnote: notes are numbered through the whole plan.
export interface NumberedSection extends ReadSection {
  firstNote: number;
}

export function numberedNotes(
  sections: readonly ReadSection[],
  isNote: IsNote,
): readonly NumberedSection[] {
  let next = 1;
  return sections.map((section) => {
    const firstNote = next;
    next += section.text === undefined ? 0 : notesOf(section.text, isNote).length;
    return { ...section, firstNote };
  });
}
