import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { ConnectionStatus } from './connection';
import { currentConnection, onCurrentConnection } from './current';
import type { Presence, PresenceUser } from './types';

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/// The user that the server stamped on a state, or undefined.
export function stampedUser(state: unknown): PresenceUser | undefined {
  const user: unknown =
    typeof state === 'object' && state !== null && 'user' in state && state.user;
  if (typeof user !== 'object' || user === null) {
    return undefined;
  }
  const fields: Record<string, unknown> = { ...user };
  return {
    memberId: text(fields['memberId']),
    name: text(fields['name']),
    organisation: text(fields['organisation']),
    badge: text(fields['badge']),
    colour: String(fields['colour'] ?? ''),
  };
}

function peopleIn(awareness: Awareness, own: PresenceUser | undefined): Presence[] {
  const people: Presence[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    const self = clientId === awareness.clientID;
    const user = self ? (own ?? stampedUser(state)) : stampedUser(state);
    if (user !== undefined) {
      people.push({ clientId, self, user });
    }
  }
  return people.sort((a, b) => Number(b.self) - Number(a.self) || a.clientId - b.clientId);
}

const nobody: readonly Presence[] = [];

/// Everybody in this document now, this session first. Does not open the document: empty until
/// somebody else (the editor, a preload) has it open.
export function usePresence(documentId: string): readonly Presence[] {
  const last = useRef<readonly Presence[]>(nobody);
  const read = useCallback(() => {
    const connection = currentConnection();
    const document = connection?.find(documentId);
    const now = document === undefined ? nobody : peopleIn(document.awareness, document.self);
    if (JSON.stringify(now) !== JSON.stringify(last.current)) {
      last.current = now;
    }
    return last.current;
  }, [documentId]);
  const subscribe = useCallback(
    (listener: () => void) => watchPresence(documentId, listener),
    [documentId],
  );
  return useSyncExternalStore(subscribe, read);
}

/// Follows the document through opening, starting afresh and closing.
function watchPresence(documentId: string, listener: () => void): () => void {
  let release: (() => void)[] = [];
  const follow = () => {
    for (const end of release.splice(0)) {
      end();
    }
    const connection = currentConnection();
    const document = connection?.find(documentId);
    const awareness = document?.awareness;
    awareness?.on('change', listener);
    release = [
      () => awareness?.off('change', listener),
      connection?.onOpenDocuments(refollow) ?? (() => {}),
      document?.onChange(() => document.awareness !== awareness && refollow()) ?? (() => {}),
    ];
  };
  const refollow = () => {
    follow();
    listener();
  };
  const end = onCurrentConnection(refollow);
  follow();
  return () => {
    end();
    for (const one of release) {
      one();
    }
  };
}

/// The state of the one socket.
export function useConnectionStatus(): ConnectionStatus {
  return useSyncExternalStore(
    (listener) => {
      let end = currentConnection()?.onStatus(listener);
      const endCurrent = onCurrentConnection(() => {
        end?.();
        end = currentConnection()?.onStatus(listener);
        listener();
      });
      return () => {
        end?.();
        endCurrent();
      };
    },
    () => currentConnection()?.status ?? 'closed',
  );
}
