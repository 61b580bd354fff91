/// What is remembered of one document beside its updates.
export interface CopyRecord {
  documentId: string;
  /// The plan that the document belongs to, where known.
  plan: string | null;
  /// The server's generation of the document that the updates belong to.
  generation: string | null;
  /// State vector that the server has confirmed, as Yjs encodes it.
  confirmed: Uint8Array | null;
  /// Yjs client ids under which this browser wrote here.
  clients: number[];
  /// Since when edits wait, milliseconds since 1970; null when none do.
  unsavedSince: number | null;
}

const updatesStore = 'updates';
const recordsStore = 'records';
const compactAfter = 400;

export function databaseName(memberId: string): string {
  return `beleidstafel/${memberId}`;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
  });
}

function doneWith(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'));
  });
}

function prepare(database: IDBDatabase): void {
  const updates = database.createObjectStore(updatesStore, { autoIncrement: true });
  updates.createIndex('document', 'documentId');
  database.createObjectStore(recordsStore, { keyPath: 'documentId' });
}

interface StoredUpdate {
  documentId: string;
  update: Uint8Array;
}

/// One member's local copies in this browser: a database per member, so that one call forgets all.
/// Every method fails with what the browser said (no storage in a private window, quota):
/// y-indexeddb keeps such errors to itself, and a person has to be told.
export class LocalStore {
  private readonly database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.database = database;
    database.onversionchange = () => database.close();
  }

  static async open(memberId: string): Promise<LocalStore> {
    if (typeof indexedDB === 'undefined') {
      throw new Error('this browser has no IndexedDB');
    }
    const request = indexedDB.open(databaseName(memberId), 1);
    request.onupgradeneeded = () => prepare(request.result);
    return new LocalStore(await answerOf(request));
  }

  async load(documentId: string): Promise<{ updates: Uint8Array[]; record: CopyRecord }> {
    const transaction = this.database.transaction([updatesStore, recordsStore], 'readonly');
    const index = transaction.objectStore(updatesStore).index('document');
    const [stored, record] = await Promise.all([
      answerOf(index.getAll(documentId) as IDBRequest<StoredUpdate[]>),
      answerOf(
        transaction.objectStore(recordsStore).get(documentId) as IDBRequest<CopyRecord | undefined>,
      ),
    ]);
    return {
      updates: stored.map((one) => one.update),
      record: record ?? {
        documentId,
        plan: null,
        generation: null,
        confirmed: null,
        clients: [],
        unsavedSince: null,
      },
    };
  }

  /// Adds an update; true when there are so many that `compact` should be called.
  async append(documentId: string, update: Uint8Array): Promise<boolean> {
    const transaction = this.database.transaction(updatesStore, 'readwrite');
    const store = transaction.objectStore(updatesStore);
    store.add({ documentId, update } satisfies StoredUpdate);
    const count = await answerOf(store.index('document').count(documentId));
    await doneWith(transaction);
    return count > compactAfter;
  }

  /// Replaces all updates of a document by what `merge` makes of them, in one transaction.
  async compact(documentId: string, merge: (updates: Uint8Array[]) => Uint8Array): Promise<void> {
    const transaction = this.database.transaction(updatesStore, 'readwrite');
    const store = transaction.objectStore(updatesStore);
    const index = store.index('document');
    const keys = await answerOf(index.getAllKeys(documentId));
    const stored = await answerOf(index.getAll(documentId) as IDBRequest<StoredUpdate[]>);
    for (const key of keys) {
      store.delete(key);
    }
    store.add({
      documentId,
      update: merge(stored.map((one) => one.update)),
    } satisfies StoredUpdate);
    await doneWith(transaction);
  }

  async remember(record: CopyRecord): Promise<void> {
    const transaction = this.database.transaction(recordsStore, 'readwrite');
    transaction.objectStore(recordsStore).put(record);
    await doneWith(transaction);
  }

  async remove(documentId: string): Promise<void> {
    const transaction = this.database.transaction([updatesStore, recordsStore], 'readwrite');
    const store = transaction.objectStore(updatesStore);
    for (const key of await answerOf(store.index('document').getAllKeys(documentId))) {
      store.delete(key);
    }
    transaction.objectStore(recordsStore).delete(documentId);
    await doneWith(transaction);
  }

  async records(): Promise<CopyRecord[]> {
    const transaction = this.database.transaction(recordsStore, 'readonly');
    return answerOf(transaction.objectStore(recordsStore).getAll() as IDBRequest<CopyRecord[]>);
  }

  close(): void {
    this.database.close();
  }
}
