export {
  isRecord,
  type JsonRecord,
  listOf,
  numberOf,
  recordOf,
  ShapeError,
  textOf,
  wordOf,
} from './parse';
export { ApiError, asApiError } from './problem';
export { askAhead, nothing, onSessionEnded, request, speak } from './request';
export { attribute, count, parseTree, type TextNode, wordsOf } from './tree';
export { type UploadWatch, upload } from './upload';
export { type Loaded, useLoaded } from './useLoaded';
export { useSending } from './useSending';
