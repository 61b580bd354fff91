import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { OpenDocument } from './document';
import type { KeptWords, LocalCopy, SaveState } from './types';

const followed = Symbol('followed');

/// A copy of a live document that follows it and has changes of its own, which go nowhere: a
/// suggestion while it is written. What it shows as an open document is only what an editor asks.
export class Fork implements OpenDocument {
  readonly documentId: string;
  readonly doc = new Y.Doc({ gc: false });
  readonly awareness = new Awareness(this.doc);
  readonly loaded = true;
  readonly saveState: SaveState = { kind: 'saved', at: 0 };
  readonly localCopy: LocalCopy = 'kept';
  readonly mayWrite = true;
  readonly rightKnown = true;
  readonly denied = undefined;
  readonly schema: number;
  readonly keptWords: readonly KeptWords[] = [];
  readonly rescued = 0;
  readonly incarnation: number;
  readonly self = undefined;
  readonly #live: Y.Doc;
  readonly #listeners = new Set<() => void>();
  #own: Uint8Array[] = [];

  /// `draft` is what an earlier fork had of its own.
  constructor(live: OpenDocument, draft?: Uint8Array) {
    this.documentId = live.documentId;
    this.schema = live.schema;
    this.incarnation = live.incarnation;
    this.#live = live.doc;
    this.awareness.setLocalState(null);
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(live.doc), followed);
    this.doc.on('update', this.#changed);
    live.doc.on('update', this.#follow);
    if (draft !== undefined) {
      // Also where it stands on words that are not here yet.
      Y.applyUpdate(this.doc, draft, followed);
      this.#own.push(draft);
    }
  }

  /// What it has that the live document lacks, as one update; absent where there is nothing.
  get own(): Uint8Array | undefined {
    if (this.#own.length > 1) {
      this.#own = [Y.mergeUpdates(this.#own)];
    }
    return this.#own[0];
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /// Puts these lines behind the text, a paragraph for each.
  append(lines: readonly string[]): void {
    const text = this.doc.getXmlFragment('default');
    this.doc.transact(() => {
      for (const line of lines) {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(line)]);
        text.push([paragraph]);
      }
    });
  }

  bePresent(): void {}

  composing(): void {}

  dropKept(): void {}

  askIfDenied(): void {}

  close(): void {
    this.#live.off('update', this.#follow);
    this.doc.off('update', this.#changed);
    this.#listeners.clear();
    this.awareness.destroy();
    this.doc.destroy();
  }

  readonly #follow = (update: Uint8Array): void => {
    Y.applyUpdate(this.doc, update, followed);
  };

  readonly #changed = (update: Uint8Array, origin: unknown): void => {
    if (origin !== followed) {
      this.#own.push(update);
      for (const listener of this.#listeners) {
        listener();
      }
    }
  };
}
