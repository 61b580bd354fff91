import * as Y from 'yjs';
import { forgetKept, readKept } from './keptWords';
import { databaseName, LocalStore } from './localStore';
import type { KeptWords } from './types';
import { unsentWords } from './unsentWords';

/// What this browser keeps for a member that never reached the server: offer it before sign-out.
export async function unsavedLocalCopies(memberId: string): Promise<readonly KeptWords[]> {
  const kept = readKept(memberId);
  let store: LocalStore;
  try {
    store = await LocalStore.open(memberId);
  } catch {
    return kept;
  }
  try {
    const waiting = (await store.records()).filter((record) => record.unsavedSince !== null);
    for (const record of waiting) {
      const { updates } = await store.load(record.documentId);
      const doc = new Y.Doc();
      for (const update of updates) {
        Y.applyUpdate(doc, update);
      }
      const text = unsentWords(doc, record.confirmed);
      if (text !== '') {
        const { documentId } = record;
        const at = record.unsavedSince ?? Date.now();
        kept.push({ id: documentId, documentId, at, reason: 'sign-out', text });
      }
    }
  } finally {
    store.close();
  }
  return kept;
}

/// Deletes every local copy of this member in this browser. Call after `stopConnection`.
export function forgetLocalCopies(memberId: string): Promise<void> {
  forgetKept(memberId);
  if (typeof indexedDB === 'undefined') {
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName(memberId));
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
    // Another tab still has it open: it closes on `versionchange`, and the deletion goes on.
    request.onblocked = () => {};
  });
}
