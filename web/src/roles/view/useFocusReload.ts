import { useEffect } from 'react';

/// Asks again when somebody comes back to this window: others went on meanwhile.
export function useFocusReload(again: () => void): void {
  useEffect(() => {
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [again]);
}
