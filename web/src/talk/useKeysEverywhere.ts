import { useEffect, useRef } from 'react';

/// The keys of a talk work wherever the focus is; what has the focus comes first, and in a field of
/// a form the keys are the field's own.
export function useKeysEverywhere(onKey: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (
        !event.defaultPrevented &&
        !isInField(event) &&
        document.querySelector('dialog[open]') === null
      ) {
        latest.current(event);
      }
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

export function isInField({ target }: Event): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
