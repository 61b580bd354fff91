import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { isSignedOut, type OpenDocument, openDocument, type SaveState } from '../collab';

/// A document that stays open beyond the editor: a neighbour loaded ahead, or one that was left
/// with words that are not on the server yet.
interface Held {
  document: OpenDocument;
  end: () => void;
}

/// What is known of all held documents: where their words are, whether one of them was refused
/// because nobody is signed in, and which ones may not be seen.
export interface HeldState {
  states: ReadonlyMap<string, SaveState>;
  signedOut: boolean;
  denied: readonly string[];
}

const nothingHeld: HeldState = { states: new Map(), signedOut: false, denied: [] };

/// Keeps the wanted documents open, and those that were wanted before until their words are saved.
export function useHeldDocuments(
  planId: string,
  wanted: readonly string[],
  connected: boolean,
): HeldState {
  const [holder] = useState(() => new Holder());
  const key = wanted.join(' ');
  const last = useRef('');
  useEffect(() => {
    if (connected && last.current !== key) {
      last.current = key;
      holder.want(key === '' ? [] : key.split(' '), planId);
    }
  }, [holder, connected, key, planId]);
  useEffect(
    () => () => {
      last.current = '';
      holder.release();
    },
    [holder],
  );
  return useSyncExternalStore(holder.subscribe, holder.state);
}

class Holder {
  readonly #held = new Map<string, Held>();
  readonly #listeners = new Set<() => void>();
  #wanted: ReadonlySet<string> = new Set();
  #state: HeldState = nothingHeld;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly state = (): HeldState => this.#state;

  want(ids: readonly string[], planId: string): void {
    this.#wanted = new Set(ids);
    for (const id of ids) {
      if (!this.#held.has(id)) {
        this.#hold(id, planId);
      }
    }
    this.#settle();
  }

  release(): void {
    this.#wanted = new Set();
    for (const held of this.#held.values()) {
      held.end();
    }
    this.#held.clear();
    this.#publish();
  }

  #hold(id: string, planId: string): void {
    const document = openDocument(id, planId);
    const stop = document.onChange(() => this.#settle());
    this.#held.set(id, {
      document,
      end: () => {
        stop();
        document.close();
      },
    });
  }

  #settle(): void {
    for (const [id, held] of this.#held) {
      if (!this.#wanted.has(id) && held.document.saveState.kind === 'saved') {
        this.#held.delete(id);
        held.end();
      }
    }
    this.#publish();
  }

  #publish(): void {
    const all = [...this.#held];
    const state = {
      states: new Map(all.map(([id, held]) => [id, held.document.saveState] as const)),
      signedOut: all.some(([, held]) => isSignedOut(held.document.denied)),
      denied: all.flatMap(([id, held]) => (held.document.denied === undefined ? [] : [id])),
    };
    if (told(state) === told(this.#state)) {
      return;
    }
    this.#state = state;
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

/// Documents change with each keystroke; what is shown of them does not.
function told({ states, signedOut, denied }: HeldState): string {
  return JSON.stringify([[...states], signedOut, denied]);
}
