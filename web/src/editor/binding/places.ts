import type { Node as PmNode } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Binding } from './binding';
import type { SyncState } from './plugin';

/// A stretch of words that stays with them while others edit: encoded Yjs relative positions.
export interface TextAnchor {
  from: Uint8Array;
  to: Uint8Array;
}

export interface TextRange {
  from: number;
  to: number;
}

/// The binding of an editor's text to its document.
export function bindingOf(state: EditorState): Binding | undefined {
  return (ySyncPluginKey.getState(state) as SyncState | undefined)?.binding;
}

/// The part of a range from its first to its last character; absent where it holds none.
export function wordsWithin(doc: PmNode, range: TextRange): TextRange | undefined {
  let first: number | undefined;
  let last: number | undefined;
  doc.nodesBetween(range.from, range.to, (node, position) => {
    if (node.isText) {
      const from = Math.max(position, range.from);
      const to = Math.min(position + node.nodeSize, range.to);
      if (from < to) {
        first ??= from;
        last = to;
      }
    }
  });
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
}

/// Where the words of a range are; absent where it holds none, or the document cannot be written.
export function anchorOf(state: EditorState, range: TextRange): TextAnchor | undefined {
  const binding = bindingOf(state);
  const words = wordsWithin(state.doc, range);
  if (binding === undefined || words === undefined || binding.unknown.length > 0) {
    return undefined;
  }
  const from = sided(binding, words.from, 0);
  const to = sided(binding, words.to, -1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/// The place as one that goes with what is on its right (0) or on its left (-1).
function sided(binding: Binding, position: number, side: 0 | -1): Uint8Array | undefined {
  const place = Y.createAbsolutePositionFromRelativePosition(
    binding.relativeOf(position),
    binding.doc,
  );
  return place === null
    ? undefined
    : Y.encodeRelativePosition(
        Y.createRelativePositionFromTypeIndex(place.type, place.index, side),
      );
}

/// Where those words are now; absent where nothing of them is left.
export function rangeOf(state: EditorState, anchor: TextAnchor): TextRange | undefined {
  const binding = bindingOf(state);
  const from = positionOf(binding, anchor.from);
  const to = positionOf(binding, anchor.to);
  return from === undefined || to === undefined || from >= to
    ? undefined
    : wordsWithin(state.doc, { from, to });
}

function positionOf(binding: Binding | undefined, encoded: Uint8Array): number | undefined {
  try {
    return binding?.positionOf(Y.decodeRelativePosition(encoded)) ?? undefined;
  } catch {
    return undefined;
  }
}
