import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { rangeOf, settleCaret, type TextAnchor, type TextRange } from '../editor';
import { type Line, lineOf, sameWords } from './sameWords';

/// A thread's words in the text.
export interface Marked {
  id: string;
  anchor: TextAnchor;
  /// What they were when it began.
  quote: string;
}

/// What is shown in the text. `active` is the thread that is looked at; `draft` are the words that
/// a new one will be about.
export interface Marks {
  threads: readonly Marked[];
  active: string | undefined;
  draft: TextAnchor | undefined;
}

interface MarksState extends Marks {
  /// Another one each time the words were looked for anew.
  round: object;
  /// Moves along with every change.
  shown: DecorationSet;
}

export const threadMarksKey = new PluginKey<MarksState>('bt-threads');

const none: Marks = { threads: [], active: undefined, draft: undefined };
/// Marks move along with the words at once; where they are is asked anew in a pause.
const resolveAfter = 400;

function threadOf(spec: unknown): string | undefined {
  return typeof spec === 'object' && spec !== null && 'thread' in spec
    ? String(spec.thread)
    : undefined;
}

function found(state: EditorState, from?: number, to?: number): [string, TextRange][] {
  const shown = threadMarksKey.getState(state)?.shown.find(from, to) ?? [];
  return shown.flatMap((decoration) => {
    const thread = threadOf(decoration.spec);
    return thread === undefined ? [] : [[thread, { from: decoration.from, to: decoration.to }]];
  });
}

/// Where the words of each thread are; those that are gone are left out.
export function placesIn(state: EditorState): ReadonlyMap<string, TextRange> {
  return new Map(found(state));
}

/// The thread whose words these are, the shortest one where several are.
export function threadAt(state: EditorState, position: number): string | undefined {
  const here = found(state, position, position);
  return here.toSorted(([, one], [, other]) => one.to - one.from - (other.to - other.from))[0]?.[0];
}

export interface ThreadMarksOptions {
  /// Somebody pointed at words that a thread is about.
  onPoint: (threadId: string) => void;
  /// The words were looked for anew, or others are shown.
  onPlaced: () => void;
}

/// Shows in the text which words threads are about.
export const ThreadMarks = Extension.create<ThreadMarksOptions>({
  name: 'threadMarks',
  addOptions() {
    return { onPoint: () => {}, onPlaced: () => {} };
  },
  addProseMirrorPlugins() {
    return [threadMarksPlugin(this.options)];
  },
});

/// Shows these, and nothing else.
export function showMarks(view: EditorView, marks: Marks): void {
  settleCaret(view);
  view.dispatch(view.state.tr.setMeta(threadMarksKey, marks));
}

function threadMarksPlugin({ onPoint, onPlaced }: ThreadMarksOptions): Plugin<MarksState> {
  return new Plugin<MarksState>({
    key: threadMarksKey,
    state: {
      init: (_config, state) => resolved(state, none),
      apply: (tr, value, _old, state) => {
        const meta = tr.getMeta(threadMarksKey) as Marks | undefined;
        if (meta !== undefined) {
          return resolved(state, meta);
        }
        return tr.docChanged ? { ...value, shown: value.shown.map(tr.mapping, tr.doc) } : value;
      },
    },
    props: {
      decorations: (state) => threadMarksKey.getState(state)?.shown,
      handleClick: (view, position) => {
        const id = threadAt(view.state, position);
        if (id !== undefined) {
          onPoint(id);
        }
        return false;
      },
    },
    view: (view) => new Resolver(view, onPlaced),
  });
}

/// Looks for the words anew in the pauses of typing.
class Resolver {
  private readonly view: EditorView;
  private readonly onPlaced: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, onPlaced: () => void) {
    this.view = view;
    this.onPlaced = onPlaced;
  }

  update(view: EditorView, before: EditorState): void {
    const [was, is] = [threadMarksKey.getState(before), threadMarksKey.getState(view.state)];
    if (was?.round !== is?.round) {
      queueMicrotask(this.onPlaced);
    }
    if (view.state.doc !== before.doc && is !== undefined && (is.threads.length > 0 || is.draft)) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.resolve(), resolveAfter);
    }
  }

  destroy(): void {
    clearTimeout(this.timer);
  }

  private resolve(): void {
    const state = threadMarksKey.getState(this.view.state);
    if (state !== undefined && !this.view.composing) {
      const { threads, active, draft } = state;
      showMarks(this.view, { threads, active, draft });
    }
  }
}

function resolved(state: EditorState, marks: Marks): MarksState {
  const decorations: Decoration[] = [];
  let line: Line | undefined;
  const again = (quote: string) => {
    line ??= lineOf(state.doc);
    return sameWords(line, quote);
  };
  for (const { id, anchor, quote } of marks.threads) {
    const range = rangeOf(state, anchor) ?? again(quote);
    if (range !== undefined) {
      const active = id === marks.active ? ' bt-thread-mark--active' : '';
      decorations.push(
        Decoration.inline(
          range.from,
          range.to,
          { nodeName: 'mark', class: `bt-thread-mark${active}`, 'data-thread': id },
          { thread: id },
        ),
      );
    }
  }
  const draft = marks.draft && rangeOf(state, marks.draft);
  if (draft !== undefined) {
    decorations.push(
      Decoration.inline(draft.from, draft.to, { class: 'bt-thread-mark bt-thread-mark--active' }),
    );
  }
  return { ...marks, round: {}, shown: DecorationSet.create(state.doc, decorations) };
}
