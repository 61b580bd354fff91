import { base64Of, bytesOf } from './model';

/// A suggestion that somebody has begun and not sent, kept in this browser, so that neither a
/// reload nor a closed window loses it. Browsers without storage keep none.
export interface Draft {
  update: Uint8Array | undefined;
  reason: string;
}

function keyOf(memberId: string, sectionId: string): string {
  return `beleidstafel/suggestion/${memberId}/${sectionId}`;
}

export function readDraft(memberId: string, sectionId: string): Draft | undefined {
  try {
    const text = localStorage.getItem(keyOf(memberId, sectionId));
    const read: unknown = text === null ? null : JSON.parse(text);
    if (typeof read !== 'object' || read === null || !('reason' in read)) {
      return undefined;
    }
    const update = 'update' in read && typeof read.update === 'string' ? read.update : undefined;
    return {
      update: update === undefined ? undefined : bytesOf(update),
      reason: String(read.reason),
    };
  } catch {
    return undefined;
  }
}

export function keepDraft(memberId: string, sectionId: string, draft: Draft | undefined): void {
  try {
    if (draft === undefined || (draft.update === undefined && draft.reason === '')) {
      localStorage.removeItem(keyOf(memberId, sectionId));
    } else {
      const update = draft.update && base64Of(draft.update);
      localStorage.setItem(
        keyOf(memberId, sectionId),
        JSON.stringify({ update, reason: draft.reason }),
      );
    }
  } catch {
    // Full or forbidden: the words stay on the screen.
  }
}
