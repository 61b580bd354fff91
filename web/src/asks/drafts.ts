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

/// A new ask that a coordinator has begun and not sent.
export interface AskDraft {
  title: string;
  letter: string;
  due: string;
  sections: readonly string[];
  /// Partners that were chosen against the roles: on or off.
  picked: readonly (readonly [string, boolean])[];
}

function askKeyOf(planId: string, partnerId: string): string {
  return `bt-ask/${planId}/${partnerId}`;
}

function isPick(value: unknown): value is [string, boolean] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'boolean';
}

/// @param partnerId whose coordinator makes it
export function readAskDraft(planId: string, partnerId: string): AskDraft | undefined {
  try {
    const key = askKeyOf(planId, partnerId);
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (!isRecord(kept)) {
      return undefined;
    }
    const text = (name: string) => (typeof kept[name] === 'string' ? kept[name] : '');
    const list = (name: string): readonly unknown[] =>
      Array.isArray(kept[name]) ? kept[name] : [];
    return {
      title: text('title'),
      letter: text('letter'),
      due: text('due'),
      sections: list('sections').filter((each) => typeof each === 'string'),
      picked: list('picked').filter(isPick),
    };
  } catch {
    return undefined;
  }
}

/// @param draft absent forgets what was kept
export function keepAskDraft(planId: string, partnerId: string, draft: AskDraft | undefined): void {
  try {
    if (draft === undefined) {
      sessionStorage.removeItem(askKeyOf(planId, partnerId));
    } else {
      sessionStorage.setItem(askKeyOf(planId, partnerId), JSON.stringify(draft));
    }
  } catch {
    // Full or forbidden: the words stay on the screen.
  }
}
