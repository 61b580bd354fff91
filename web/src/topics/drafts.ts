import { isRecord } from '../api';
import { type Content, contentJson, parseContent } from './model';

/// A list that somebody changes and has not saved, kept in this tab, so that leaving the page or a
/// reload loses no word. Browsers without storage keep none.
export interface Draft {
  /// The version that it is based on.
  version: number;
  content: Content;
}

function keyOf(list: string): string {
  return `bt-topic-list/${list}`;
}

export function readDraft(list: string): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(list)) ?? 'null');
    return isRecord(kept) && typeof kept['version'] === 'number'
      ? { version: kept['version'], content: parseContent(kept['content']) }
      : undefined;
  } catch {
    return undefined;
  }
}

/// @param draft absent forgets what was kept
export function keepDraft(list: string, draft: Draft | undefined): void {
  try {
    if (draft === undefined) {
      sessionStorage.removeItem(keyOf(list));
    } else {
      const { version, content } = draft;
      sessionStorage.setItem(
        keyOf(list),
        JSON.stringify({ version, content: contentJson(content) }),
      );
    }
  } catch {
    // Full or forbidden: the words stay on the screen.
  }
}
