import type { KeyHelp } from '../editor/keys';
import type { Confidentiality, Kind, Mark } from './model';

/// What a key does during a talk.
export type Act =
  | { kind: 'kind'; value: Kind }
  | { kind: 'confidentiality'; value: Confidentiality }
  | { kind: 'mark'; value: Mark }
  | { kind: 'go'; step: 1 | -1 }
  | { kind: 'covered' }
  | { kind: 'skipped' }
  | { kind: 'elsewhere' }
  | { kind: 'add' }
  | { kind: 'pseudonym' };

/// Alt with a letter that no browser's menu needs in Dutch, that makes no accent with Option on a
/// Mac that Dutch needs (e, u, i), and that no screen reader takes.
export const markKeys: Readonly<Record<Mark, string>> = {
  signal: 'r',
  bottleneck: 'k',
  success: 'w',
  group: 'g',
  setting: 't',
  substance: 'm',
  action: 'a',
};

const letters: Readonly<Record<string, Act>> = {
  ...Object.fromEntries(
    Object.entries(markKeys).map(([mark, letter]) => [
      letter,
      { kind: 'mark', value: mark as Mark } satisfies Act,
    ]),
  ),
  o: { kind: 'skipped' },
  l: { kind: 'elsewhere' },
  n: { kind: 'add' },
  p: { kind: 'pseudonym' },
};

const plain: Readonly<Record<string, Act>> = {
  Digit1: { kind: 'kind', value: 'quote' },
  Digit2: { kind: 'kind', value: 'paraphrase' },
  Digit3: { kind: 'kind', value: 'observation' },
  ArrowDown: { kind: 'go', step: 1 },
  ArrowUp: { kind: 'go', step: -1 },
};

const shifted: Readonly<Record<string, Act>> = {
  Digit1: { kind: 'confidentiality', value: 'open' },
  Digit2: { kind: 'confidentiality', value: 'core' },
  Digit3: { kind: 'confidentiality', value: 'unusable' },
};

interface Pressed {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/// The letter on the key: what is printed on it where the browser says so, else its place.
function letterOf({ key, code }: Pressed): string {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
}

/// What a key asks for. `altGraph`: the key that makes other characters is down.
export function actOf(pressed: Pressed, altGraph: boolean): Act | undefined {
  const { altKey, ctrlKey, metaKey, shiftKey, code, key } = pressed;
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && key === 'Enter') {
    return { kind: 'covered' };
  }
  // Option with Shift and 2 writes the euro on a Mac.
  if (!altKey || ctrlKey || metaKey || altGraph || key === '€') {
    return undefined;
  }
  return shiftKey ? shifted[code] : (plain[code] ?? letters[letterOf(pressed)]);
}

/// For the list of keys; `textKey` is a key of the namespace `talk`.
export const talkKeys = [
  { keys: 'Enter', textKey: 'keys.enter' },
  { keys: 'Alt-1', textKey: 'kind.quote' },
  { keys: 'Alt-2', textKey: 'kind.paraphrase' },
  { keys: 'Alt-3', textKey: 'kind.observation' },
  { keys: 'Alt-Shift-1', textKey: 'confidentiality.open' },
  { keys: 'Alt-Shift-2', textKey: 'confidentiality.core' },
  { keys: 'Alt-Shift-3', textKey: 'confidentiality.unusable' },
  { keys: 'Alt-r', textKey: 'mark.signal' },
  { keys: 'Alt-k', textKey: 'mark.bottleneck' },
  { keys: 'Alt-w', textKey: 'mark.success' },
  { keys: 'Alt-g', textKey: 'mark.group' },
  { keys: 'Alt-t', textKey: 'mark.setting' },
  { keys: 'Alt-m', textKey: 'mark.substance' },
  { keys: 'Alt-a', textKey: 'mark.action' },
  { keys: 'Mod-Enter', textKey: 'keys.covered' },
  { keys: 'Alt-ArrowDown', textKey: 'keys.next' },
  { keys: 'Alt-ArrowUp', textKey: 'keys.previous' },
  { keys: 'Alt-o', textKey: 'keys.skip' },
  { keys: 'Alt-l', textKey: 'keys.elsewhere' },
  { keys: 'Alt-n', textKey: 'keys.add' },
  { keys: 'Alt-p', textKey: 'keys.pseudonym' },
  { keys: 'Mod-z', textKey: 'keys.undo' },
] as const satisfies readonly KeyHelp[];
