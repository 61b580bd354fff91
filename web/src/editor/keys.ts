/// One line of the list of keys. `keys` uses ProseMirror names (`Mod` is Ctrl, on a Mac Cmd);
/// `textKey` is a key of the namespace `editor`.
export interface KeyHelp {
  keys: string;
  textKey: string;
}

/// All keys of the editor, for the list that `?` opens.
export const editorKeys: readonly KeyHelp[] = [
  { keys: 'Alt-ArrowDown', textKey: 'keys.nextFillIn' },
  { keys: 'Alt-ArrowUp', textKey: 'keys.previousFillIn' },
  { keys: 'Alt-F10', textKey: 'keys.toolbar' },
  { keys: 'Mod-b', textKey: 'keys.bold' },
  { keys: 'Mod-i', textKey: 'keys.italic' },
  { keys: 'Mod-u', textKey: 'keys.underline' },
  { keys: 'Mod-Shift-s', textKey: 'keys.strike' },
  { keys: 'Mod-.', textKey: 'keys.superscript' },
  { keys: 'Mod-,', textKey: 'keys.subscript' },
  { keys: 'Mod-k', textKey: 'keys.link' },
  { keys: 'Mod-Alt-0', textKey: 'keys.paragraph' },
  { keys: 'Mod-Alt-2', textKey: 'keys.heading' },
  { keys: 'Mod-Shift-7', textKey: 'keys.orderedList' },
  { keys: 'Mod-Shift-8', textKey: 'keys.bulletList' },
  { keys: 'Mod-Alt-f', textKey: 'keys.footnote' },
  { keys: 'Mod-Shift-f', textKey: 'keys.find' },
  { keys: 'Mod-z', textKey: 'keys.undo' },
  { keys: 'Mod-Shift-z', textKey: 'keys.redo' },
];
