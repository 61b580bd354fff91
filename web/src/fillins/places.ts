import type { Node as PmNode } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { isFillIn, isOpenFillIn } from '../editor';

/// A fill-in or an example where it stands in the text.
export interface TextPlace {
  type: 'fillIn' | 'example';
  /// Empty where the text has none.
  id: string;
  position: number;
  node: PmNode;
  kind: string;
  label: string;
  unit: string;
  register: string;
  open: boolean;
  decision: string;
}

function text(node: PmNode, name: string): string {
  const value: unknown = node.attrs[name];
  return typeof value === 'string' ? value : '';
}

function placeOf(node: PmNode, position: number): TextPlace | undefined {
  const fillIn = isFillIn(node);
  if (!fillIn && node.type.name !== 'example') {
    return undefined;
  }
  const decision = text(node, 'decision');
  return {
    type: fillIn ? 'fillIn' : 'example',
    id: text(node, 'id'),
    position,
    node,
    kind: text(node, 'kind'),
    label: text(node, 'label'),
    unit: text(node, 'unit'),
    register: text(node, 'register'),
    open: fillIn ? isOpenFillIn(node) : decision === 'open',
    decision,
  };
}

/// All of a text, in its order. Explanations and dropped examples hold none: they do not come into
/// the plan.
export function placesOf(doc: PmNode): readonly TextPlace[] {
  const places: TextPlace[] = [];
  doc.descendants((node, position) => {
    const place = placeOf(node, position);
    if (place !== undefined) {
      places.push(place);
    }
    const { name } = node.type;
    const dropped = name === 'example' && node.attrs['decision'] === 'drop';
    return name !== 'help' && name !== 'questions' && !dropped;
  });
  return places;
}

/// The innermost one around the caret.
export function placeAt(state: EditorState): TextPlace | undefined {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const place = placeOf($from.node(depth), $from.before(depth));
    if (place !== undefined) {
      return place;
    }
  }
  return undefined;
}

/// Whether an open fill-in comes after the caret (1) or before it (-1).
export function hasOpenBeyond(state: EditorState, direction: 1 | -1): boolean {
  const here = placeAt(state);
  const at = here?.type === 'fillIn' ? here.position : state.selection.from;
  return placesOf(state.doc).some(
    ({ type, open, position }) =>
      type === 'fillIn' && open && (direction === 1 ? position > at : position < at),
  );
}
