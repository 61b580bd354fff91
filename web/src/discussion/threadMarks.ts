import { Extension } from '@tiptap/core';
import { type EditorState, PluginKey } from '@tiptap/pm/state';
import { Decoration, type EditorView } from '@tiptap/pm/view';
import {
  type PlacedMarks,
  placedMarks,
  rangeOf,
  showPlacedMarks,
  type TextAnchor,
  type TextRange,
} from '../editor';
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

export const threadMarksKey = new PluginKey<PlacedMarks<Marks>>('bt-threads');

const none: Marks = { threads: [], active: undefined, draft: undefined };

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
    const { onPoint, onPlaced } = this.options;
    return [
      placedMarks<Marks>({
        key: threadMarksKey,
        none,
        place: decorationsOf,
        some: ({ threads, draft }) => threads.length > 0 || draft !== undefined,
        onPlaced,
        onClick: (view, position) => {
          const id = threadAt(view.state, position);
          if (id !== undefined) {
            onPoint(id);
          }
        },
      }),
    ];
  },
});

/// Shows these, and nothing else.
export function showMarks(view: EditorView, marks: Marks): void {
  showPlacedMarks(view, threadMarksKey, marks);
}

function decorationsOf(state: EditorState, marks: Marks): Decoration[] {
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
  return decorations;
}
