/// Words that somebody has begun to say and not sent, kept in this tab, so that a reload loses
/// none. Browsers without storage keep none.

const prefix = 'bt-draft';

function keyOf(memberId: string, place: string): string {
  return `${prefix}/${memberId}/${place}`;
}

export function readDraft(memberId: string, place: string): string {
  try {
    return sessionStorage.getItem(keyOf(memberId, place)) ?? '';
  } catch {
    return '';
  }
}

export function keepDraft(memberId: string, place: string, text: string): void {
  try {
    if (text === '') {
      sessionStorage.removeItem(keyOf(memberId, place));
    } else {
      sessionStorage.setItem(keyOf(memberId, place), text);
    }
  } catch {
    // Full or forbidden: the words stay on the screen.
  }
}
