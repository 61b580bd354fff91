import { useCallback, useState } from 'react';
import { type ApiError, asApiError } from './problem';

/// One thing that is sent to the server: under way, failed, or neither. After a success it stays
/// under way, because the view that sent it goes.
export function useSending(): {
  busy: boolean;
  failure: ApiError | undefined;
  send: (deed: () => Promise<void>) => Promise<boolean>;
  clear: () => void;
  /// Ends a deed that succeeded, where the view stays.
  settle: () => void;
} {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  const send = useCallback(async (deed: () => Promise<void>) => {
    setFailure(undefined);
    setBusy(true);
    try {
      await deed();
      return true;
    } catch (cause) {
      setFailure(asApiError(cause));
      setBusy(false);
      return false;
    }
  }, []);
  const clear = useCallback(() => setFailure(undefined), []);
  const settle = useCallback(() => setBusy(false), []);
  return { busy, failure, send, clear, settle };
}
