import type { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Denied, OpenDocument } from './document';
import { dropKept, keepWords, readKept } from './keptWords';
import { LocalCopyOf } from './localCopy';
import type { LocalStore } from './localStore';
import { parseNotice } from './notice';
import { TableProvider } from './provider';
import { accessLost, erased, forbidden, unauthenticated } from './refusals';
import { Rescue } from './rescue';
import { type SaveFacts, saveStateOf, typingLongest } from './saveState';
import type { KeptWords, LocalCopy, PresenceUser, SaveState } from './types';
import { unsentWords } from './unsentWords';

/// What a live document needs from its connection.
export interface LiveHost {
  memberId: string;
  token: string;
  socket: HocuspocusProviderWebsocket;
  store: () => Promise<LocalStore>;
  isSocketOpen: () => boolean;
  onClosed: (documentId: string) => void;
  onSessionEnded: () => void;
}

const orphanPatience = 4000;
const reattachDelay = 1500;
/// A document that is opened again at once, as when going to a neighbour and back, stays open.
const closePatience = 1000;
/// Phones compose every word: who pauses inside one must still see what others write.
const composingPatience = 1500;

/// A document on the wire, in memory and in this browser's storage.
export class LiveDocument implements OpenDocument {
  readonly documentId: string;
  loaded = false;
  mayWrite = true;
  rightKnown = false;
  denied: Denied;
  schema = 1;
  rescued = 0;
  incarnation = 0;
  doc!: Y.Doc;
  awareness!: Awareness;
  keptWords: readonly KeptWords[];
  self: PresenceUser | undefined;
  holders = 1;
  private readonly host: LiveHost;
  private plan: string | null;
  private readonly listeners = new Set<() => void>();
  private provider!: TableProvider;
  private rescue!: Rescue;
  private copy!: LocalCopyOf;
  private closed = false;
  /// What is to be done when the update at hand has been applied.
  private readonly afterThis: (() => void)[] = [];
  private waiting = 0;
  private waitingSince = Date.now();
  private savedAt = Date.now();
  private handshakeDone = false;
  private storageAway = false;
  private composingTimer: ReturnType<typeof setTimeout> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(documentId: string, plan: string | null, host: LiveHost) {
    this.documentId = documentId;
    this.plan = plan;
    this.host = host;
    this.keptWords = readKept(host.memberId).filter((one) => one.documentId === documentId);
    this.start();
  }

  get localCopy(): LocalCopy {
    return this.copy.state;
  }

  get saveState(): SaveState {
    return saveStateOf(this.facts());
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  bePresent(self: PresenceUser | undefined): void {
    this.self = self;
    this.awareness.setLocalState(self === undefined ? null : {});
  }

  composing(active: boolean): void {
    clearTimeout(this.composingTimer);
    if (active) {
      this.provider.hold();
      this.composingTimer = setTimeout(() => this.provider.release(), composingPatience);
    } else {
      this.provider.release();
    }
  }

  /// Says which plan the document is part of, where whoever opened it first did not know.
  belongTo(plan: string | null): void {
    if (plan !== null && plan !== this.plan) {
      this.plan = plan;
      this.copy.markPlan(plan);
    }
  }

  askIfDenied(): void {
    if (this.denied?.reason === forbidden && !this.closed) {
      this.denied = undefined;
      this.startAfresh('refused');
    }
  }

  dropKept(id: string): void {
    dropKept(this.host.memberId, id);
    this.keptWords = this.keptWords.filter((one) => one.id !== id);
    this.changed();
  }

  close(): void {
    this.holders--;
    setTimeout(() => {
      if (this.holders <= 0 && !this.closed) {
        this.host.onClosed(this.documentId);
        this.destroy();
      }
    }, closePatience);
  }

  destroy(): void {
    this.closed = true;
    this.stop();
    this.listeners.clear();
  }

  /// Called by the connection when the socket opens or closes.
  socketChanged(): void {
    this.changed();
  }

  private start(): void {
    const { socket, token } = this.host;
    // Deleted text is kept while the document is open, so that words which arrive in a paragraph
    // that was removed here still have their surroundings.
    this.doc = new Y.Doc({ gc: false });
    this.awareness = new Awareness(this.doc);
    this.awareness.setLocalState(this.self === undefined ? null : {});
    this.doc.on('update', this.updated);
    this.provider = new TableProvider({
      name: this.documentId,
      document: this.doc,
      awareness: this.awareness,
      socket,
      token,
      wire: {
        beforeUpdate: (update, isAnswer) => this.rescue.expect(update, isAnswer),
        afterUpdate: (isAnswer) => this.afterUpdate(isAnswer),
        onProgress: () => this.progressed(),
        onRefused: () => this.startAfresh('refused'),
      },
    });
    const provider = this.provider;
    this.copy = new LocalCopyOf(this.host.store(), this.documentId, this.plan, this.doc);
    this.rescue = this.makeRescue();
    provider.on('authenticated', ({ scope }: { scope: string }) => this.allowed(scope));
    provider.on('authenticationFailed', ({ reason }: { reason: string }) => this.deny(reason));
    provider.on('stateless', ({ payload }: { payload: string }) => this.noticed(payload));
    provider.on('close', ({ event }: { event: { reason: string } }) =>
      this.ended(provider, event.reason),
    );
    this.copy.whenLoaded(() => {
      if (this.closed || provider.silent) {
        return;
      }
      if (this.copy.hadContent) {
        this.loaded = true;
      }
      if (this.copy.record.unsavedSince !== null) {
        this.waiting = Math.max(1, this.waiting);
        this.waitingSince = this.copy.record.unsavedSince;
      }
      provider.attach();
      this.changed();
    });
  }

  private makeRescue(): Rescue {
    const { doc } = this;
    const copy = this.copy;
    return new Rescue({
      doc,
      fragment: doc.getXmlFragment('default'),
      isOwn: (client) => client === doc.clientID || copy.record.clients.includes(client),
      soon: (task) => this.afterThis.push(task),
      later: (task) => this.whenCalm(doc, task),
      onRescued: (count) => {
        this.rescued += count;
        this.changed();
      },
    });
  }

  private whenCalm(doc: Y.Doc, task: () => void): void {
    setTimeout(() => {
      if (this.closed || this.doc !== doc) {
        return;
      }
      if (this.handshakeDone && this.host.isSocketOpen()) {
        task();
      } else {
        this.whenCalm(doc, task);
      }
    }, orphanPatience);
  }

  private stop(): void {
    clearTimeout(this.timer);
    clearTimeout(this.composingTimer);
    this.provider.silent = true;
    this.rescue.destroy();
    this.copy.destroy();
    this.doc.off('update', this.updated);
    this.provider.destroy();
    this.doc.destroy();
  }

  private readonly updated = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider || this.copy.isOrigin(origin)) {
      return;
    }
    if (this.waiting === 0) {
      this.waitingSince = Date.now();
      this.copy.markWaiting(this.waitingSince);
    }
    this.waiting++;
    this.changed();
  };

  private afterUpdate(isAnswer: boolean): void {
    this.rescue.applied(isAnswer);
    for (const task of this.afterThis.splice(0)) {
      task();
    }
    if (isAnswer && !this.loaded) {
      this.loaded = true;
      this.changed();
    }
  }

  private progressed(): void {
    if (this.provider.shaken && this.provider.inFlight === 0) {
      this.handshakeDone = true;
      this.loaded = true;
      this.waiting = 0;
      this.savedAt = Date.now();
      this.copy.markConfirmed();
    }
    this.changed();
  }

  private allowed(scope: string): void {
    this.denied = undefined;
    this.mayWrite = scope !== 'readonly';
    this.rightKnown = true;
    this.changed();
  }

  private deny(reason: string): void {
    this.denied = { reason };
    this.mayWrite = false;
    const gone = reason === forbidden || reason === erased;
    if (gone) {
      // The right to see this text is gone, so its copy in this browser goes too.
      if (reason === erased) {
        this.dropAllKept();
      } else {
        this.setAside('refused');
      }
      this.waiting = 0;
      this.loaded = false;
      this.copy.forget().catch(() => {});
    }
    if (reason === unauthenticated) {
      this.host.onSessionEnded();
    } else if (!gone) {
      this.askAgain(this.provider);
    }
    this.changed();
  }

  /// Words of a text that was erased are not offered either.
  private dropAllKept(): void {
    for (const one of this.keptWords) {
      dropKept(this.host.memberId, one.id);
    }
    this.keptWords = [];
  }

  private noticed(payload: string): void {
    const notice = parseNotice(payload);
    switch (notice.kind) {
      case 'document':
        this.schema = notice.schema;
        if (this.copy.isOtherGeneration(notice.generation)) {
          this.startAfresh('generation');
        } else {
          this.copy.markGeneration(notice.generation);
        }
        break;
      case 'storage':
        this.storageAway = notice.away;
        break;
      case 'unknown':
        return;
    }
    this.changed();
  }

  /// The server ended this document but not the socket: the right to it was taken, or we ask again
  /// after a pause.
  private ended(provider: TableProvider, reason: string): void {
    if (reason === accessLost || reason === erased) {
      this.deny(reason === erased ? erased : forbidden);
    } else if (this.host.isSocketOpen() && this.denied === undefined) {
      this.askAgain(provider);
    }
  }

  private askAgain(provider: TableProvider): void {
    setTimeout(
      () => {
        if (!this.closed && !provider.silent && this.host.isSocketOpen() && !provider.shaken) {
          provider.detach();
          provider.attach();
        }
      },
      reattachDelay + Math.random() * reattachDelay,
    );
  }

  /// Sets the words aside that the server does not have, forgets the local copy and begins with
  /// the server's state under a new client id, so that a refused edit never slips in later.
  private startAfresh(reason: 'refused' | 'generation'): void {
    this.setAside(reason);
    this.provider.silent = true;
    const forgotten = this.copy.forget();
    const generation = this.copy.record.generation;
    this.stop();
    this.waiting = 0;
    this.handshakeDone = false;
    this.loaded = false;
    this.incarnation++;
    this.start();
    this.copy.startAfter(forgotten, reason === 'refused' ? generation : null);
    this.changed();
  }

  private setAside(reason: 'refused' | 'generation'): void {
    const { takenClock } = this.provider;
    const text = this.waiting > 0 ? unsentWords(this.doc, this.copy.confirmed(), takenClock) : '';
    if (text !== '') {
      const { documentId } = this;
      const kept = keepWords(this.host.memberId, { documentId, reason, text });
      this.keptWords = [...this.keptWords, kept];
    }
  }

  private facts(): SaveFacts {
    const refused = this.keptWords.find((one) => one.reason === 'refused');
    return {
      socketOpen: this.host.isSocketOpen(),
      handshakeDone: this.handshakeDone,
      inFlight: this.provider.shaken ? this.provider.inFlight : 0,
      waiting: this.waiting,
      waitingSince: refused?.at ?? this.waitingSince,
      storageAway: this.storageAway,
      refused: refused !== undefined,
      savedAt: this.savedAt,
      now: Date.now(),
    };
  }

  private changed(): void {
    clearTimeout(this.timer);
    if (this.waiting > 0 && !this.closed) {
      const rest = this.waitingSince + typingLongest - Date.now();
      if (rest > 0) {
        this.timer = setTimeout(() => this.changed(), rest + 10);
      }
    }
    for (const listener of [...this.listeners]) {
      listener();
    }
  }
}
