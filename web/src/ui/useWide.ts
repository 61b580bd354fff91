import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const query = '(min-width: 48rem)';

let printing = false;

/// Whether there is room for a table: on a wide screen, and on paper always.
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => printing || window.matchMedia(query).matches);
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query);
  // The browser takes its picture as soon as these listeners end.
  const print = (now: boolean) => () => {
    printing = now;
    flushSync(listener);
  };
  const [before, after] = [print(true), print(false)];
  media.addEventListener('change', listener);
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    media.removeEventListener('change', listener);
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}
