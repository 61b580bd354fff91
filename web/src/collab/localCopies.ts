import * as Y from 'yjs';
import { forgetKept, keepWords, readKept } from './keptWords';
import { type CopyRecord, databaseName, LocalStore } from './localStore';
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
      const text = await unsentIn(store, record);
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

/// Deletes the copies of a plan's documents that the member may not see (any more): those that are
/// not among `documentIds`. Words that never reached the server are put aside first.
export async function forgetCopiesOutside(
  memberId: string,
  plan: string,
  documentIds: ReadonlySet<string>,
): Promise<void> {
  const store = await LocalStore.open(memberId);
  try {
    for (const record of await store.records()) {
      const { documentId } = record;
      if (record.plan === plan && !documentIds.has(documentId)) {
        const text = record.unsavedSince === null ? '' : await unsentIn(store, record);
        if (text !== '') {
          keepWords(memberId, { documentId, reason: 'refused', text });
        }
        await store.remove(documentId);
      }
    }
  } finally {
    store.close();
  }
}

async function unsentIn(store: LocalStore, record: CopyRecord): Promise<string> {
  const { updates } = await store.load(record.documentId);
  const doc = new Y.Doc();
  for (const update of updates) {
    Y.applyUpdate(doc, update);
  }
  return unsentWords(doc, record.confirmed);
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
