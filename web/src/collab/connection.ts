import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider';
import type { OpenDocument } from './document';
import { LiveDocument } from './liveDocument';
import { LocalStore } from './localStore';
import { lookAtLooseCopies } from './looseCopies';
import { PlanChannel, type PlanEvent } from './planChannel';

/// `closed`: signed out or session ended (the app should ask to sign in again; then `retry`).
export type ConnectionStatus = 'connecting' | 'connected' | 'offline' | 'closed';

/// `url` is the Hocuspocus address; in the browser it follows from the page and the token is empty,
/// because the cookie tells who we are. Local copies belong to `memberId`.
export interface ConnectionOptions {
  memberId: string;
  url?: string | undefined;
  token?: string | undefined;
}

const reconnectLongest = 8000;
const sessionEnded = 4401;
const calm = 4000;

function pageUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`;
}

/// One WebSocket for all open documents of one member.
export class Connection {
  readonly memberId: string;
  status: ConnectionStatus = 'connecting';
  private readonly token: string;
  private readonly socket: HocuspocusProviderWebsocket;
  private readonly documents = new Map<string, LiveDocument>();
  private readonly statusListeners = new Set<(status: ConnectionStatus) => void>();
  private readonly openListeners = new Set<() => void>();
  private readonly channels = new Map<string, PlanChannel>();
  private destroyed = false;
  private lookedAtCopies = false;
  private storePromise: Promise<LocalStore> | undefined;

  constructor(options: ConnectionOptions) {
    this.memberId = options.memberId;
    this.token = options.token ?? '';
    this.socket = new HocuspocusProviderWebsocket({
      url: options.url ?? pageUrl(),
      maxDelay: reconnectLongest,
      onStatus: ({ status }) => this.socketStatus(status),
      onClose: ({ event }) => this.socketClosed(event.code),
    });
    window.addEventListener('online', this.online);
    window.addEventListener('offline', this.offline);
    // The first document would wait for it. Who cannot have it, says so.
    this.store().catch(() => {});
  }

  /// Calls back at every change of status; returns the function that ends it.
  onStatus(listener: (status: ConnectionStatus) => void): () => void {
    this.statusListeners.add(listener);
    return () => this.statusListeners.delete(listener);
  }

  /// Calls back when a document is opened or closed.
  onOpenDocuments(listener: () => void): () => void {
    this.openListeners.add(listener);
    return () => this.openListeners.delete(listener);
  }

  /// Calls back with what happens to a plan; returns the function that ends it.
  watchPlan(planId: string, listener: (event: PlanEvent) => void): () => void {
    const channel = this.channels.get(planId) ?? this.openChannel(planId);
    const end = channel.watch(listener);
    return () => {
      end();
      if (!channel.isWatched && this.channels.get(planId) === channel) {
        this.channels.delete(planId);
        channel.close();
      }
    };
  }

  /// `plan`: what the document belongs to, so that its copy in this browser can go with the right
  /// to see it although nobody opens it any more.
  open(documentId: string, plan: string | null = null): OpenDocument {
    const known = this.documents.get(documentId);
    if (known !== undefined) {
      known.holders++;
      known.belongTo(plan);
      known.askIfDenied();
      return known;
    }
    const opened = new LiveDocument(documentId, plan, {
      memberId: this.memberId,
      token: this.token,
      socket: this.socket,
      store: () => this.store(),
      isSocketOpen: () => this.status === 'connected',
      onSessionEnded: () => this.socketClosed(sessionEnded),
      onClosed: (id) => {
        this.documents.delete(id);
        this.tellOpen();
      },
    });
    this.documents.set(documentId, opened);
    this.tellOpen();
    return opened;
  }

  /// The open document, without opening it.
  find(documentId: string): OpenDocument | undefined {
    return this.documents.get(documentId);
  }

  /// Try again at once (a "try again" button, or the browser came online).
  retry(): void {
    if (this.status === 'closed' && !this.destroyed) {
      this.setStatus('connecting');
    }
    this.socket.connect().catch(() => {});
  }

  /// Asks for every document anew over a new socket: somebody signed in again.
  renew(): void {
    this.socket.webSocket?.close();
    this.retry();
  }

  destroy(): void {
    this.destroyed = true;
    window.removeEventListener('online', this.online);
    window.removeEventListener('offline', this.offline);
    for (const document of this.documents.values()) {
      document.destroy();
    }
    this.documents.clear();
    for (const channel of this.channels.values()) {
      channel.close();
    }
    this.channels.clear();
    this.socket.destroy();
    this.storePromise?.then((store) => store.close()).catch(() => {});
    this.setStatus('closed');
    this.statusListeners.clear();
  }

  private readonly online = (): void => this.retry();

  private readonly offline = (): void => {
    this.socket.webSocket?.close();
    this.setStatus('offline');
  };

  private openChannel(planId: string): PlanChannel {
    const channel = new PlanChannel(planId, {
      socket: this.socket,
      token: this.token,
      isSocketOpen: () => this.status === 'connected',
      onSessionEnded: () => this.socketClosed(sessionEnded),
    });
    this.channels.set(planId, channel);
    return channel;
  }

  private store(): Promise<LocalStore> {
    this.storePromise ??= LocalStore.open(this.memberId).then((store) => {
      // Ask the browser not to throw the copies away when its disk is full.
      navigator.storage?.persist?.().catch(() => {});
      return store;
    });
    return this.storePromise;
  }

  /// Once, a while after coming: what the page itself wants goes first.
  private lookAtCopies(): void {
    if (this.lookedAtCopies) {
      return;
    }
    this.lookedAtCopies = true;
    setTimeout(() => {
      this.store()
        .then((store) =>
          lookAtLooseCopies(
            store,
            this.memberId,
            (documentId) => this.open(documentId),
            () => this.destroyed,
          ),
        )
        .catch(() => {});
    }, calm);
  }

  /// The server ends the socket with 4401 when the session is over: asking again would be of no
  /// use before somebody has signed in.
  private socketClosed(code: number): void {
    if (code === sessionEnded) {
      this.socket.disconnect();
      this.setStatus('closed');
    } else {
      this.socketStatus(WebSocketStatus.Disconnected);
    }
  }

  private socketStatus(status: WebSocketStatus): void {
    if (this.status === 'closed') {
      return;
    }
    switch (status) {
      case WebSocketStatus.Connected:
        this.setStatus('connected');
        this.lookAtCopies();
        break;
      case WebSocketStatus.Disconnected:
        this.setStatus('offline');
        break;
      case WebSocketStatus.Connecting:
        this.setStatus(this.status === 'offline' ? 'offline' : 'connecting');
        break;
    }
  }

  private setStatus(status: ConnectionStatus): void {
    if (this.status === status) {
      return;
    }
    this.status = status;
    for (const document of this.documents.values()) {
      document.socketChanged();
    }
    for (const listener of [...this.statusListeners]) {
      listener(status);
    }
  }

  private tellOpen(): void {
    for (const listener of [...this.openListeners]) {
      listener();
    }
  }
}
