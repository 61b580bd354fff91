import { type EditorState, Plugin, type PluginKey } from '@tiptap/pm/state';
import { type Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { settleCaret } from '../binding/caret';

/// Marks in the text that are no part of it.
export interface PlacedMarks<M> {
  marks: M;
  /// Another one each time their places were looked for anew.
  round: object;
  /// Moves along with every change.
  shown: DecorationSet;
}

export interface PlacedMarksOptions<M> {
  key: PluginKey<PlacedMarks<M>>;
  none: M;
  /// Looks for their places in the text as it is now.
  place: (state: EditorState, marks: M) => Decoration[];
  /// Whether there is anything to look for.
  some: (marks: M) => boolean;
  /// The places were looked for anew, or others are shown.
  onPlaced: () => void;
  onClick: (view: EditorView, position: number, event: MouseEvent) => void;
}

/// Marks move along with the words at once; where they are is asked anew in a pause of typing.
const resolveAfter = 500;

/// A plugin that shows such marks.
export function placedMarks<M>(options: PlacedMarksOptions<M>): Plugin<PlacedMarks<M>> {
  const { key, none, place, onClick } = options;
  const placed = (state: EditorState, marks: M): PlacedMarks<M> => ({
    marks,
    round: {},
    shown: DecorationSet.create(state.doc, place(state, marks)),
  });
  return new Plugin<PlacedMarks<M>>({
    key,
    state: {
      init: (_config, state) => placed(state, none),
      apply: (tr, value, _old, state) => {
        const meta = tr.getMeta(key) as { marks: M } | undefined;
        if (meta !== undefined) {
          return placed(state, meta.marks);
        }
        return tr.docChanged ? { ...value, shown: value.shown.map(tr.mapping, tr.doc) } : value;
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.shown,
      handleClick: (view, position, event) => {
        onClick(view, position, event);
        return false;
      },
    },
    view: (view) => new Resolver(view, options),
  });
}

/// Shows these, and nothing else.
export function showPlacedMarks<M>(
  view: EditorView,
  key: PluginKey<PlacedMarks<M>>,
  marks: M,
): void {
  settleCaret(view);
  view.dispatch(view.state.tr.setMeta(key, { marks }).setMeta('addToHistory', false));
}

class Resolver<M> {
  private readonly view: EditorView;
  private readonly options: PlacedMarksOptions<M>;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, options: PlacedMarksOptions<M>) {
    this.view = view;
    this.options = options;
  }

  update(view: EditorView, before: EditorState): void {
    const { key, some, onPlaced } = this.options;
    const [was, is] = [key.getState(before), key.getState(view.state)];
    if (was?.round !== is?.round) {
      queueMicrotask(onPlaced);
    }
    if (view.state.doc !== before.doc && is !== undefined && some(is.marks)) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.resolve(), resolveAfter);
    }
  }

  destroy(): void {
    clearTimeout(this.timer);
  }

  private resolve(): void {
    const { key } = this.options;
    const state = key.getState(this.view.state);
    if (state !== undefined && !this.view.composing) {
      showPlacedMarks(this.view, key, state.marks);
    }
  }
}
