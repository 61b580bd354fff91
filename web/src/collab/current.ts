import { Connection, type ConnectionOptions } from './connection';
import type { OpenDocument } from './document';

let current: Connection | undefined;

/// Call once after sign-in; ends the connection of a former member.
export function startConnection(options: ConnectionOptions): Connection {
  current?.destroy();
  current = new Connection(options);
  return current;
}

/// Call at sign-out, before `forgetLocalCopies`.
export function stopConnection(): void {
  current?.destroy();
  current = undefined;
}

export function currentConnection(): Connection | undefined {
  return current;
}

/// Opens a document on the current connection. Throws when nobody is signed in.
export function openDocument(documentId: string): OpenDocument {
  if (current === undefined) {
    throw new Error('startConnection first');
  }
  return current.open(documentId);
}
