import { useCallback, useRef, useSyncExternalStore } from 'react';
import { currentConnection } from './current';
import { dropKept, readKept } from './keptWords';
import type { KeptWords } from './types';

const nothing: readonly KeptWords[] = [];

/// The words of a document that were put aside in this browser, whether or not it is open, and the
/// way to throw them away.
export function useKeptWords(documentId: string): {
  kept: readonly KeptWords[];
  drop: (id: string) => void;
} {
  const last = useRef(nothing);
  const dropped = useRef(new Set<() => void>());
  const read = useCallback(() => {
    const kept = keptOf(documentId);
    if (JSON.stringify(kept) !== JSON.stringify(last.current)) {
      last.current = kept;
    }
    return last.current;
  }, [documentId]);
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [
        currentConnection()?.find(documentId)?.onChange(listener),
        currentConnection()?.onOpenDocuments(listener),
      ];
      dropped.current.add(listener);
      return () => {
        dropped.current.delete(listener);
        for (const end of ends) {
          end?.();
        }
      };
    },
    [documentId],
  );
  const drop = useCallback(
    (id: string) => {
      const connection = currentConnection();
      const open = connection?.find(documentId);
      if (open !== undefined) {
        open.dropKept(id);
      } else if (connection !== undefined) {
        dropKept(connection.memberId, id);
      }
      for (const listener of dropped.current) {
        listener();
      }
    },
    [documentId],
  );
  return { kept: useSyncExternalStore(subscribe, read), drop };
}

function keptOf(documentId: string): readonly KeptWords[] {
  const connection = currentConnection();
  const open = connection?.find(documentId);
  if (open !== undefined || connection === undefined) {
    return open?.keptWords ?? nothing;
  }
  return readKept(connection.memberId).filter((one) => one.documentId === documentId);
}
