/// The keys of suggestions; `textKey` is a key of the namespace `suggestions`.
export const suggestionKeys = [
  { keys: 'Mod-Alt-s', textKey: 'keys.begin' },
  { keys: 'Mod-Alt-Enter', textKey: 'keys.here' },
  { keys: 'Alt-ArrowDown', textKey: 'keys.next' },
  { keys: 'Alt-ArrowUp', textKey: 'keys.previous' },
] as const;
