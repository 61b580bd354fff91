import { isRecord } from '../api';
import { type Verdict, verdicts } from './model';

/// Answers that somebody has begun and not sent, kept in this tab, so that a reload loses no word.
/// Browsers without storage keep none.
interface Draft {
  verdict: Verdict;
  text: string;
}

function keyOf(memberId: string, place: string): string {
  return `bt-answer/${memberId}/${place}`;
}

export function readDraft(memberId: string, place: string): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(memberId, place)) ?? 'null');
    const verdict = isRecord(kept) ? verdicts.find((each) => each === kept['verdict']) : undefined;
    return isRecord(kept) && typeof kept['text'] === 'string' && verdict !== undefined
      ? { verdict, text: kept['text'] }
      : undefined;
  } catch {
    return undefined;
  }
}

/// @param draft absent forgets what was kept
export function keepDraft(memberId: string, place: string, draft: Draft | undefined): void {
  try {
    if (draft === undefined) {
      sessionStorage.removeItem(keyOf(memberId, place));
    } else {
      sessionStorage.setItem(keyOf(memberId, place), JSON.stringify(draft));
    }
  } catch {
    // Full or forbidden: the words stay on the screen.
  }
}
