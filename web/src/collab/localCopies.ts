import type { KeptWords } from './types';

/// What this browser keeps for a member that never reached the server: offer it before sign-out.
export function unsavedLocalCopies(_memberId: string): Promise<readonly KeptWords[]> {
  return Promise.resolve([]);
}

/// Deletes every local copy of this member in this browser. Call after `stopConnection`.
export function forgetLocalCopies(_memberId: string): Promise<void> {
  return Promise.resolve();
}
