import { useCallback, useEffect, useRef, useState } from 'react';

const patience = 10_000;

/// Removes something a little later, so that it can be undone first; leaving the view removes it at
/// once.
export function useRemoval(remove: (id: string) => Promise<void>): {
  going: string | undefined;
  begin: (id: string) => void;
  undo: () => void;
} {
  const [going, setGoing] = useState<string>();
  const latest = useRef(remove);
  latest.current = remove;
  const waiting = useRef<{ id: string; timer: ReturnType<typeof setTimeout> }>(undefined);
  const finish = useCallback(() => {
    const now = waiting.current;
    if (now !== undefined) {
      clearTimeout(now.timer);
      waiting.current = undefined;
      void latest.current(now.id).finally(() => setGoing((id) => (id === now.id ? undefined : id)));
    }
  }, []);
  const begin = useCallback(
    (id: string) => {
      finish();
      setGoing(id);
      waiting.current = { id, timer: setTimeout(finish, patience) };
    },
    [finish],
  );
  const undo = useCallback(() => {
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
    setGoing(undefined);
  }, []);
  useEffect(() => finish, [finish]);
  return { going, begin, undo };
}
