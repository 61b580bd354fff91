import { isRecord, listOf, recordOf, textOf } from '../api/parse';
import { parseTree, type TextNode } from '../api/tree';

/// What the server says of a section before its document is open.
export interface SheetText {
  number: string;
  title: string;
  /// The part or the plan that it stands in.
  above: string;
  mayWrite: boolean;
  reader: string;
  sections: readonly { key: string; number: string; title: string }[];
  text: TextNode;
}

/// Undefined where the text is too long to be shown before the editor.
export function parseSheetText(json: unknown): SheetText | undefined {
  const root = recordOf(json);
  const { text } = root;
  return isRecord(text)
    ? {
        number: textOf(root, 'number'),
        title: textOf(root, 'title'),
        above: textOf(root, 'above'),
        mayWrite: textOf(root, 'rights') === 'write' && textOf(root, 'status') !== 'fixed',
        reader: textOf(root, 'reader'),
        sections: listOf(root, 'sections', parseSection),
        text: parseTree(text),
      }
    : undefined;
}

function parseSection(json: unknown): { key: string; number: string; title: string } {
  const root = recordOf(json);
  return { key: textOf(root, 'key'), number: textOf(root, 'number'), title: textOf(root, 'title') };
}
