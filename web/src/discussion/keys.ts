/// The keys of comments; `textKey` is a key of the namespace `discussion`.
export const discussionKeys = [
  { keys: 'Mod-Alt-m', textKey: 'keys.begin' },
  { keys: 'Alt-ArrowDown', textKey: 'keys.next' },
  { keys: 'Alt-ArrowUp', textKey: 'keys.previous' },
] as const;
