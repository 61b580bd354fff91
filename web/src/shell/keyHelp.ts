import type { KeyHelp } from '../editor/keys';

/// The shell's own keys; `textKey` is a key of the namespace `shell`.
export const shellKeys = [
  { keys: 'F6', textKey: 'keys.region' },
  { keys: 'Shift-F6', textKey: 'keys.regionBack' },
  { keys: 'Mod-k', textKey: 'keys.palette' },
  { keys: 'Mod-Shift-k', textKey: 'keys.paletteEverywhere' },
  { keys: '?', textKey: 'keys.list' },
  { keys: 'Escape', textKey: 'keys.close' },
] as const satisfies readonly KeyHelp[];

const words: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/// A combination in ProseMirror's spelling as the caps of this keyboard, such as `['Ctrl', 'B']`.
export function capsOf(keys: string, mac: boolean): readonly string[] {
  return keys.split('-').map((key) => {
    if (key === 'Mod') {
      return mac ? '⌘' : 'Ctrl';
    }
    return words[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  });
}

export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}
