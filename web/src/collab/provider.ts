import {
  HocuspocusProvider,
  type HocuspocusProviderConfiguration,
  type HocuspocusProviderWebsocket,
} from '@hocuspocus/provider';
import {
  createDecoder,
  readVarInt,
  readVarString,
  readVarUint,
  readVarUint8Array,
} from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

const messageSync = 0;
const messageSyncStatus = 8;
const syncStep1 = 0;
const syncStep2 = 1;

/// What the owner of a provider wants to hear, beside Hocuspocus' own events.
export interface Wire {
  /// Just before an update from the server is applied, and just after. `isAnswer`: it is the answer
  /// to what this client said that it has.
  beforeUpdate: (update: Uint8Array, isAnswer: boolean) => void;
  afterUpdate: (isAnswer: boolean) => void;
  /// Something changed in what waits for the server.
  onProgress: () => void;
  /// The server took none of what was sent.
  onRefused: () => void;
}

export interface TableProviderOptions {
  name: string;
  document: Y.Doc;
  awareness: Awareness;
  socket: HocuspocusProviderWebsocket;
  token: string;
  wire: Wire;
}

/// Hocuspocus' provider with an exact count of what the server has not confirmed. The provider's
/// own counter may fall to zero too early: updates queued while the socket was down are sent beside
/// the answer that holds them too, and two confirmations then meet a counter that was set to one.
/// Here nothing is sent before the server has asked (its Step1), and each message is counted.
///
/// The server's question is answered only after its own answer has been taken: who comes back then
/// sees which words he is about to take away unknowingly, and sends them along with the removal.
export class TableProvider extends HocuspocusProvider {
  /// Messages without their SyncStatus.
  inFlight = 0;
  /// True from the server's Step1 until the socket closes.
  shaken = false;
  /// A provider that must not speak any more, while it is taken down.
  silent = false;
  /// How much of this session's own writing the server has taken, as Yjs counts it.
  takenClock = 0;
  /// The own clock with each message in flight: the answers come in the order of the messages.
  private sentClocks: number[] = [];
  private held: MessageEvent[] | undefined;
  private answered = false;
  private question: MessageEvent | undefined;
  private readonly wire: Wire;

  constructor(options: TableProviderOptions) {
    const configuration: HocuspocusProviderConfiguration = {
      name: options.name,
      document: options.document,
      awareness: options.awareness,
      websocketProvider: options.socket,
      token: options.token,
    };
    super(configuration);
    this.wire = options.wire;
  }

  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (origin === this || this.silent || !this.shaken) {
      return;
    }
    this.sent();
    super.documentUpdateHandler(update, origin);
    this.wire.onProgress();
  }

  override async onOpen(event: Event): Promise<void> {
    this.inFlight = 0;
    this.sentClocks = [];
    this.shaken = false;
    this.answered = false;
    this.question = undefined;
    this.renewPresence();
    await super.onOpen(event);
  }

  override onClose(): void {
    this.shaken = false;
    super.onClose();
    this.forgetOthers();
    this.wire.onProgress();
  }

  /// The others took this session for gone when the socket fell, at the clock they knew: only a
  /// later one brings it back at once.
  private renewPresence(): void {
    const own = this.awareness?.meta.get(this.awareness.clientID);
    if (own !== undefined) {
      own.clock += 1;
    }
  }

  /// Whoever is still there when we come back says so with the clock they had, which would count as
  /// old news beside the one that is remembered of them here: they would stay unseen for 15 s.
  private forgetOthers(): void {
    const { awareness } = this;
    for (const client of [...(awareness?.meta.keys() ?? [])]) {
      if (client !== awareness?.clientID) {
        awareness?.meta.delete(client);
      }
    }
  }

  /// Keeps others' edits back while an input method composes a word, so that it is not broken off.
  hold(): void {
    this.held ??= [];
  }

  release(): void {
    const events = this.held ?? [];
    this.held = undefined;
    for (const event of events) {
      this.onMessage(event);
    }
  }

  override onMessage(event: MessageEvent): void {
    if (this.silent) {
      return;
    }
    const decoder = createDecoder(new Uint8Array(event.data as ArrayBuffer));
    readVarString(decoder);
    const type = readVarUint(decoder);
    if (type === messageSyncStatus) {
      this.confirmed(readVarInt(decoder) === 1, event);
      return;
    }
    if (type !== messageSync) {
      super.onMessage(event);
      return;
    }
    const step = readVarUint(decoder);
    if (step === syncStep1) {
      this.question = event;
    } else if (this.held !== undefined) {
      this.held.push(event);
      return;
    } else {
      const isAnswer = step === syncStep2;
      this.wire.beforeUpdate(readVarUint8Array(decoder), isAnswer);
      super.onMessage(event);
      this.wire.afterUpdate(isAnswer);
      this.answered ||= isAnswer;
    }
    this.reply();
    this.wire.onProgress();
  }

  private reply(): void {
    if (this.answered && this.question !== undefined) {
      this.sent();
      this.shaken = true;
      super.onMessage(this.question);
      this.question = undefined;
    }
  }

  private sent(): void {
    this.inFlight++;
    this.sentClocks.push(Y.getState(this.document.store, this.document.clientID));
  }

  private confirmed(taken: boolean, event: MessageEvent): void {
    this.inFlight = Math.max(0, this.inFlight - 1);
    const clock = this.sentClocks.shift() ?? 0;
    super.onMessage(event);
    if (taken) {
      this.takenClock = Math.max(this.takenClock, clock);
      this.wire.onProgress();
    } else {
      this.wire.onRefused();
    }
  }
}
