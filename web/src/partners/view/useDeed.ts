import { useCallback, useState } from 'react';
import { type ApiError, asApiError } from '../../api';

/// One thing after another that is sent to the server from a page that stays: under way, failed,
/// or told.
export function useDeed() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  const [told, setTold] = useState('');
  const run = useCallback(async (deed: () => Promise<void>, tell = ''): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    setTold('');
    try {
      await deed();
      setTold(tell);
      return true;
    } catch (cause) {
      setFailure(asApiError(cause));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, failure, told, run, tell: setTold };
}
