import type { Node as PmNode } from '@tiptap/pm/model';
import { type Command, NodeSelection, TextSelection } from '@tiptap/pm/state';

function isInlineBox(node: PmNode | null | undefined): node is PmNode {
  return node?.isInline === true && node.inlineContent;
}

/// Backspace (-1) and Delete (1) at the edges of an inline node with words of its own. A browser
/// would pull the node apart. From outside the node is first selected as a whole; from inside the
/// caret leaves it, so that emptying a fill-in never removes it by one key too many.
export function atInlineEdge(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection;
    if (!empty || !(state.selection instanceof TextSelection)) {
      return false;
    }
    const beside = direction === -1 ? $from.nodeBefore : $from.nodeAfter;
    if (isInlineBox(beside)) {
      const at = direction === -1 ? $from.pos - beside.nodeSize : $from.pos;
      dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, at)));
      return true;
    }
    const edge = direction === -1 ? 0 : $from.parent.content.size;
    if (isInlineBox($from.parent) && $from.parentOffset === edge) {
      const at = direction === -1 ? $from.before() : $from.after();
      dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, at)));
      return true;
    }
    return false;
  };
}
