import type { SaveState, UnsavedReason } from './types';

/// The facts from which the one sign about safety follows.
export interface SaveFacts {
  socketOpen: boolean;
  /// The first handshake of this visit is over.
  handshakeDone: boolean;
  /// Messages that the server has not confirmed.
  inFlight: number;
  /// Edits of this browser that no confirmation covers.
  waiting: number;
  waitingSince: number;
  storageAway: boolean;
  refused: boolean;
  savedAt: number;
  now: number;
}

/// So long a keystroke may be under way before the sign says "not yet saved".
export const typingLongest = 3000;

/// Pure: says "saved" only when the server has confirmed everything.
export function saveStateOf(facts: SaveFacts): SaveState {
  const unsaved = (reason: UnsavedReason): SaveState => ({
    kind: 'unsaved',
    reason,
    since: facts.waitingSince,
    count: facts.waiting,
  });
  if (facts.refused) {
    return unsaved('refused');
  }
  if (facts.waiting === 0 && facts.handshakeDone && facts.inFlight === 0) {
    return { kind: 'saved', at: facts.savedAt };
  }
  if (facts.storageAway) {
    return unsaved('storage');
  }
  if (!facts.socketOpen) {
    return unsaved('offline');
  }
  if (facts.waiting === 0 && facts.handshakeDone) {
    return { kind: 'saved', at: facts.savedAt };
  }
  const young = facts.now - facts.waitingSince < typingLongest;
  return facts.handshakeDone && young ? { kind: 'typing' } : unsaved('connecting');
}
