import { HocuspocusProvider, type HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { forbidden, unauthenticated } from './refusals';

const kinds = [
  'plan-changed',
  'roles-changed',
  'discussion-changed',
  'suggestions-changed',
  'fill-ins-changed',
  'asks-changed',
  'history-changed',
  'notes-changed',
  'findings-changed',
  'notices-changed',
  'interviews-changed',
  'figures-changed',
] as const;

/// What of a plan changed: ask for it again.
export type PlanEventKind = (typeof kinds)[number];

/// What happened to a plan; with the id of a section where it is about that one. `joined`: the
/// channel is open, and what happened before is not told; `left`: this member may not see the plan
/// (any more).
export type PlanEvent =
  | { kind: 'joined' }
  | { kind: 'left' }
  | { kind: PlanEventKind; version: number; section?: string | undefined };

const rejoinDelay = 1500;

/// Reads an event of the server; absent where it is none that this app knows.
export function parsePlanEvent(payload: string): PlanEvent | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(payload);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) {
    return undefined;
  }
  const { kind: word, version, section }: Record<string, unknown> = { ...parsed };
  const kind = kinds.find((each) => each === word);
  return kind !== undefined && typeof version === 'number'
    ? { kind, version, section: typeof section === 'string' ? section : undefined }
    : undefined;
}

/// What a channel needs from its connection.
export interface ChannelHost {
  socket: HocuspocusProviderWebsocket;
  token: string;
  isSocketOpen: () => boolean;
  onSessionEnded: () => void;
}

/// The facts of one plan, pushed by the server on the same socket as the texts. It is attached like
/// a document, but there is none: nothing is written and nothing is kept.
export class PlanChannel {
  readonly #listeners = new Set<(event: PlanEvent) => void>();
  readonly #provider: HocuspocusProvider;
  readonly #host: ChannelHost;
  #closed = false;

  constructor(planId: string, host: ChannelHost) {
    this.#host = host;
    this.#provider = new HocuspocusProvider({
      name: `plan:${planId}`,
      document: new Y.Doc(),
      awareness: null,
      websocketProvider: host.socket,
      token: host.token,
    });
    this.#provider.on('authenticated', () => this.#tell({ kind: 'joined' }));
    this.#provider.on('authenticationFailed', ({ reason }: { reason: string }) =>
      this.#refused(reason),
    );
    this.#provider.on('stateless', ({ payload }: { payload: string }) => {
      const event = parsePlanEvent(payload);
      if (event !== undefined) {
        this.#tell(event);
      }
    });
    this.#provider.on('close', () => {
      if (host.isSocketOpen()) {
        this.#joinAgain();
      }
    });
    this.#provider.attach();
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  watch(listener: (event: PlanEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#closed = true;
    this.#listeners.clear();
    this.#provider.destroy();
    this.#provider.document.destroy();
  }

  #refused(reason: string): void {
    if (reason === unauthenticated) {
      this.#host.onSessionEnded();
    } else if (reason === forbidden) {
      this.#tell({ kind: 'left' });
    } else {
      this.#joinAgain();
    }
  }

  #joinAgain(): void {
    setTimeout(
      () => {
        if (!this.#closed && this.#host.isSocketOpen() && !this.#provider.isAuthenticated) {
          this.#provider.detach();
          this.#provider.attach();
        }
      },
      rejoinDelay + Math.random() * rejoinDelay,
    );
  }

  #tell(event: PlanEvent): void {
    for (const listener of [...this.#listeners]) {
      listener(event);
    }
  }
}
