import * as Y from 'yjs';
import type { CopyRecord, LocalStore } from './localStore';
import type { LocalCopy } from './types';

const loadPatience = 1500;

/// Keeps one document's updates in this browser while it is open. Losing the storage (private
/// window, quota, eviction) is no error of the document: `state` says so, and typing goes on.
export class LocalCopyOf {
  state: LocalCopy = 'opening';
  /// True when the copy held anything.
  hadContent = false;
  record: CopyRecord;
  private readonly origin = { kind: 'local copy' };
  private readonly doc: Y.Doc;
  private opening: Promise<LocalStore>;
  private store: LocalStore | undefined;
  private loaded = false;
  private destroyed = false;
  private loadedListener: (() => void) | undefined;
  private generationHere: string | null = null;

  constructor(store: Promise<LocalStore>, documentId: string, plan: string | null, doc: Y.Doc) {
    this.doc = doc;
    this.opening = store;
    this.record = {
      documentId,
      plan,
      generation: null,
      confirmed: null,
      clients: [],
      unsavedSince: null,
    };
    doc.on('update', this.updated);
    setTimeout(() => this.finishLoading(), loadPatience);
    queueMicrotask(() => {
      this.load().catch(() => this.refuse());
    });
  }

  whenLoaded(listener: () => void): void {
    this.loadedListener = listener;
  }

  isOrigin(origin: unknown): boolean {
    return origin === this.origin;
  }

  /// After a fresh start: nothing is stored before the former copy is gone.
  startAfter(forgotten: Promise<void>, generation: string | null): void {
    const before = this.opening;
    this.opening = forgotten.then(() => before);
    this.generationHere = generation;
  }

  confirmed(): Uint8Array | null {
    return this.record.confirmed;
  }

  isOtherGeneration(generation: string): boolean {
    const known = this.record.generation ?? this.generationHere;
    return known !== null && known !== generation;
  }

  markPlan(plan: string): void {
    this.record.plan = plan;
    this.remember();
  }

  markGeneration(generation: string): void {
    this.record.generation = generation;
    this.remember();
  }

  markWaiting(since: number): void {
    this.record.unsavedSince = since;
    if (!this.record.clients.includes(this.doc.clientID)) {
      this.record.clients.push(this.doc.clientID);
    }
    this.remember();
  }

  markConfirmed(): void {
    this.record.confirmed = Y.encodeStateVector(this.doc);
    this.record.unsavedSince = null;
    this.remember();
  }

  async forget(): Promise<void> {
    this.destroy();
    await this.store?.remove(this.record.documentId);
  }

  destroy(): void {
    this.destroyed = true;
    this.doc.off('update', this.updated);
  }

  private async load(): Promise<void> {
    this.store = await this.opening;
    const { updates, record } = await this.store.load(this.record.documentId);
    if (this.destroyed) {
      return;
    }
    const late = this.record;
    this.record = {
      ...record,
      plan: late.plan ?? record.plan ?? null,
      generation: late.generation ?? record.generation,
      clients: [...new Set([...record.clients, ...late.clients])],
      unsavedSince: late.unsavedSince ?? record.unsavedSince,
    };
    this.hadContent = updates.length > 0;
    if (this.hadContent) {
      Y.transact(
        this.doc,
        () => {
          for (const update of updates) {
            Y.applyUpdate(this.doc, update, this.origin);
          }
        },
        this.origin,
        false,
      );
    }
    this.state = 'kept';
    this.finishLoading();
  }

  private finishLoading(): void {
    if (!this.loaded && !this.destroyed) {
      this.loaded = true;
      this.loadedListener?.();
    }
  }

  private refuse(): void {
    this.state = 'refused';
    this.finishLoading();
    this.loadedListener?.();
  }

  private readonly updated = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this.origin && this.state !== 'refused') {
      this.keep(update).catch(() => this.refuse());
    }
  };

  private async keep(update: Uint8Array): Promise<void> {
    const store = await this.opening;
    const many = await store.append(this.record.documentId, update);
    if (many) {
      await store.compact(this.record.documentId, (updates) => Y.mergeUpdates(updates));
    }
  }

  private remember(): void {
    if (this.store !== undefined && !this.destroyed) {
      this.store.remember(this.record).catch(() => this.refuse());
    }
  }
}
