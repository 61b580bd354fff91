import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiError, asApiError } from './problem';

/// What was asked of the server, from a view's side.
export type Loaded<Value> =
  | { kind: 'loading' }
  | { kind: 'loaded'; value: Value }
  | { kind: 'failed'; error: ApiError };

/// Asks when the view appears and whenever `key` changes; an answer to a former key is dropped.
/// `again` asks once more and leaves the present value on the screen meanwhile; while a question is
/// under way, however many calls lead to one more, after its answer.
export function useLoaded<Value>(
  key: string,
  ask: (key: string) => Promise<Value>,
): { state: Loaded<Value>; again: () => void } {
  const [state, setState] = useState<{ key: string; loaded: Loaded<Value> }>({
    key,
    loaded: { kind: 'loading' },
  });
  const turn = useRef({ busy: false, more: false });
  const asked = useRef(ask);
  asked.current = ask;
  const load = useCallback(() => {
    if (turn.current.busy) {
      turn.current.more = true;
      return;
    }
    const mine = { busy: true, more: false };
    turn.current = mine;
    const settle = (loaded: Loaded<Value>) => {
      if (turn.current === mine) {
        setState((before) => (stays(before, key, loaded) ? before : { key, loaded }));
        mine.busy = false;
        if (mine.more) {
          load();
        }
      }
    };
    asked.current(key).then(
      (value) => settle({ kind: 'loaded', value }),
      (cause: unknown) => settle({ kind: 'failed', error: asApiError(cause) }),
    );
  }, [key]);
  useEffect(() => {
    load();
    return () => {
      turn.current = { busy: false, more: false };
    };
  }, [load]);
  return { state: state.key === key ? state.loaded : { kind: 'loading' }, again: load };
}

/// Answers after which what is shown would be wrong: it is gone, or may not be seen any more.
const endings: readonly number[] = [401, 403, 404, 410];

/// The very same value again is no news; nor is it that asking once more did not work, while a
/// value is on the screen and somebody may be typing beside it.
function stays<Value>(
  before: { key: string; loaded: Loaded<Value> },
  key: string,
  now: Loaded<Value>,
): boolean {
  if (before.key !== key || before.loaded.kind !== 'loaded') {
    return false;
  }
  return now.kind === 'failed'
    ? !endings.includes(now.error.status)
    : now.kind === 'loaded' && before.loaded.value === now.value;
}
