import type { OpenDocument } from './document';

/// `closed`: signed out or session ended (the app should ask to sign in again).
export type ConnectionStatus = 'connecting' | 'connected' | 'offline' | 'closed';

/// `url` is the Hocuspocus address; in the browser it follows from the page and the token is empty,
/// because the cookie tells who we are. Local copies belong to `memberId`.
export interface ConnectionOptions {
  memberId: string;
  url?: string | undefined;
  token?: string | undefined;
}

/// One WebSocket for all open documents of one member.
export class Connection {
  readonly memberId: string;
  status: ConnectionStatus = 'connecting';

  constructor(options: ConnectionOptions) {
    this.memberId = options.memberId;
  }

  /// Calls back at every change of status; returns the function that ends it.
  onStatus(_listener: (status: ConnectionStatus) => void): () => void {
    return () => {};
  }

  /// Facts pushed by the server on the plan's channel (Stateless payloads that are not the
  /// document's own). `documentId` is the channel's name.
  onEvent(_documentId: string, _listener: (event: unknown) => void): () => void {
    return () => {};
  }

  open(_documentId: string): OpenDocument {
    throw new Error('not built yet');
  }

  /// Try again at once (a "try again" button, or the browser came online).
  retry(): void {}

  destroy(): void {}
}
