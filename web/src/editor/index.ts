export { settleCaret } from './binding/caret';
export {
  anchorOf,
  rangeOf,
  type TextAnchor,
  type TextRange,
  wordsWithin,
} from './binding/places';
export { fitsIn, ownTouches, type Touch, touchesOf } from './binding/suggested';
export { editorEn } from './en';
export type {
  SheetContext,
  SheetExtra,
  SheetSection,
  SidePanel,
  UseSheetExtras,
} from './extra';
export { editorKeys, type KeyHelp } from './keys';
export { editorNl } from './nl';
export { type EvidenceShown, evidenceEvent } from './nodes/evidence';
export { isFillIn, isOpen as isOpenFillIn } from './nodes/fillIn';
export { type PlacedMarks, placedMarks, showPlacedMarks } from './plugins/placedMarks';
export { forgetUndo } from './plugins/undo';
export type { EditorSection, EditorUser, SectionEditorProps } from './props';
export { SectionEditor } from './SectionEditor';
export { ForkEditor } from './view/ForkEditor';
export { KeptWordsOf } from './view/KeptWordsOf';
export { useOpenDocument } from './view/useOpenDocument';
