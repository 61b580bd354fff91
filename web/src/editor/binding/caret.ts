import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/// Takes the caret from where the browser has it. A click or a key moves it at once, but the
/// browser tells so in a task of its own; whoever changes the view before that, for somebody else,
/// would put it back to where it was, and the next words would land there.
///
/// Call before a change that is not the user's own. Does nothing without focus, while a word is
/// composed, and where something else than text is selected.
export function settleCaret(view: EditorView): void {
  const { selection } = view.state;
  if (view.composing || !view.hasFocus() || !(selection instanceof TextSelection)) {
    return;
  }
  const anchor = positionOf(view, (dom) => [dom.anchorNode, dom.anchorOffset]);
  const head = positionOf(view, (dom) => [dom.focusNode, dom.focusOffset]);
  if (anchor === undefined || head === undefined) {
    return;
  }
  if (anchor !== selection.anchor || head !== selection.head) {
    const settled = TextSelection.create(view.state.doc, anchor, head);
    view.dispatch(view.state.tr.setSelection(settled).setMeta('addToHistory', false));
  }
}

/// The position of one end of the browser's selection, where it stands in text of the view.
function positionOf(
  view: EditorView,
  end: (dom: Selection) => [Node | null, number],
): number | undefined {
  const dom = view.dom.ownerDocument.getSelection();
  const [node, offset] = dom === null ? [null, 0] : end(dom);
  if (node === null || node === view.dom || !view.dom.contains(node)) {
    return undefined;
  }
  const position = view.posAtDOM(node, offset);
  const inText =
    position >= 0 &&
    position <= view.state.doc.content.size &&
    view.state.doc.resolve(position).parent.inlineContent;
  return inText ? position : undefined;
}
