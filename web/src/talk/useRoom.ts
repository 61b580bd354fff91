import { useSyncExternalStore } from 'react';

/// How much room there is: for three columns, for two, for one.
export type Room = 'wide' | 'middle' | 'phone';

const wide = '(min-width: 75rem)';
const middle = '(min-width: 48rem)';

function subscribe(listener: () => void): () => void {
  const queries = [wide, middle].map((query) => window.matchMedia(query));
  for (const query of queries) {
    query.addEventListener('change', listener);
  }
  return () => {
    for (const query of queries) {
      query.removeEventListener('change', listener);
    }
  };
}

function read(): Room {
  if (window.matchMedia(wide).matches) {
    return 'wide';
  }
  return window.matchMedia(middle).matches ? 'middle' : 'phone';
}

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, read);
}
