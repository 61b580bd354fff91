import { useEffect } from 'react';
import { isTyping } from '../ui';
import { moveRegion } from './regions';

export interface ShellCommands {
  openPalette: () => void;
  openKeyList: () => void;
}

/// The keys that work on every page. What the text has taken for itself is left to it.
export function useShellKeys({ openPalette, openKeyList }: ShellCommands): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) {
        return;
      }
      const mod = event.ctrlKey || event.metaKey;
      if (event.key === 'F6' && !mod && !event.altKey) {
        event.preventDefault();
        moveRegion(event.shiftKey ? -1 : 1);
      } else if (mod && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        openPalette();
      } else if (event.key === '?' && !mod && !event.altKey && !isTyping(event.target)) {
        event.preventDefault();
        openKeyList();
      }
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [openPalette, openKeyList]);
}
