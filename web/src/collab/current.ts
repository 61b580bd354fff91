import { Connection, type ConnectionOptions } from './connection';
import type { OpenDocument } from './document';

let current: Connection | undefined;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of [...listeners]) {
    listener();
  }
}

/// Call once after sign-in; ends the connection of a former member.
export function startConnection(options: ConnectionOptions): Connection {
  current?.destroy();
  current = new Connection(options);
  tell();
  return current;
}

/// Call at sign-out, before `forgetLocalCopies`.
export function stopConnection(): void {
  current?.destroy();
  current = undefined;
  tell();
}

export function currentConnection(): Connection | undefined {
  return current;
}

/// Calls back when a connection starts or stops.
export function onCurrentConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/// Opens a document on the current connection. Throws when nobody is signed in.
export function openDocument(documentId: string, plan?: string): OpenDocument {
  if (current === undefined) {
    throw new Error('startConnection first');
  }
  return current.open(documentId, plan);
}
