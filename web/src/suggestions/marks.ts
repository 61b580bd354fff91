import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import {
  ownTouches,
  type PlacedMarks,
  placedMarks,
  showPlacedMarks,
  type Touch,
  touchesOf,
} from '../editor';
import { markClasses } from '../ui';

/// A suggestion as the text shows it.
export interface Shown {
  id: string;
  update: Uint8Array;
  badge: string;
  colour: number;
  /// Said to who cannot see it, before what it brings.
  name: string;
}

export interface MarkTexts {
  added: string;
  struck: string;
}

interface Marks {
  suggestions: readonly Shown[];
  active: string | undefined;
  texts: MarkTexts;
}

const key = new PluginKey<PlacedMarks<Marks>>('bt-suggestions');

const none: Marks = { suggestions: [], active: undefined, texts: { added: '', struck: '' } };

function found(state: EditorState, from?: number, to?: number): [string, number, number][] {
  const shown = key.getState(state)?.shown.find(from, to) ?? [];
  return shown.flatMap(({ spec, from: start, to: end }) => {
    const id: unknown = spec['suggestion'];
    return typeof id === 'string' ? [[id, start, end]] : [];
  });
}

/// Where each suggestion first touches the text; those whose place is gone are left out.
export function placesIn(state: EditorState): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [id, from] of found(state)) {
    places.set(id, Math.min(from, places.get(id) ?? from));
  }
  return places;
}

/// The suggestion that touches the text here, if one does.
export function suggestionAt(state: EditorState, position: number): string | undefined {
  return found(state, position, position)[0]?.[0];
}

export interface SuggestionMarksOptions {
  /// Somebody pointed at a suggestion.
  onPoint: (id: string) => void;
  /// The places were looked for anew, or others are shown.
  onPlaced: () => void;
}

/// Shows in the text what suggestions would change.
export const SuggestionMarks = Extension.create<SuggestionMarksOptions>({
  name: 'suggestionMarks',
  addOptions() {
    return { onPoint: () => {}, onPlaced: () => {} };
  },
  addProseMirrorPlugins() {
    const { onPoint, onPlaced } = this.options;
    return [
      placedMarks<Marks>({
        key,
        none,
        place: decorationsOf,
        some: ({ suggestions }) => suggestions.length > 0,
        onPlaced,
        onClick: (view, position, { target }) => {
          const mark = target instanceof Element ? target.closest('[data-suggestion]') : null;
          const id = mark?.getAttribute('data-suggestion') ?? suggestionAt(view.state, position);
          if (id) {
            onPoint(id);
          }
        },
      }),
    ];
  },
});

/// Shows these, and nothing else.
export function showMarks(view: EditorView, marks: Marks): void {
  showPlacedMarks(view, key, marks);
}

function decorationsOf(state: EditorState, marks: Marks): Decoration[] {
  return marks.suggestions.flatMap((each) => {
    const active = each.id === marks.active;
    const touches = touchesOf(state, each.update);
    return touches.map((touch, index) =>
      decorationOf(touch, each, active, index === touches.length - 1, marks.texts),
    );
  });
}

function decorationOf(
  touch: Touch,
  shown: Shown,
  active: boolean,
  last: boolean,
  texts: MarkTexts,
): Decoration {
  const { from, to, kind } = touch;
  const classes = `bt-suggested bt-suggested--${kind}${active ? ' bt-suggested--active' : ''}`;
  const spec = { suggestion: shown.id };
  if (from === to) {
    const keyOfThis = `${shown.id}/${touch.text}/${active}/${last}`;
    return Decoration.widget(from, () => addedWords(touch, shown, classes, last, texts), {
      ...spec,
      side: 1,
      key: keyOfThis,
      ignoreSelection: true,
    });
  }
  const attributes = { class: classes, 'data-suggestion': shown.id };
  return touch.node
    ? Decoration.node(from, to, attributes, spec)
    : Decoration.inline(
        from,
        to,
        kind === 'struck' ? { ...attributes, nodeName: 'del' } : attributes,
        spec,
      );
}

/// What would come, in its place, with whose it is.
function addedWords(
  touch: Touch,
  shown: Shown,
  classes: string,
  last: boolean,
  texts: MarkTexts,
): HTMLElement {
  const words = document.createElement('ins');
  words.className = `${classes}${touch.node ? ' bt-suggested--node' : ''}`;
  words.dataset['suggestion'] = shown.id;
  words.contentEditable = 'false';
  const said = document.createElement('span');
  said.className = 'bt-hidden';
  said.textContent = `${shown.name}, ${texts.added}: `;
  words.append(said, touch.text);
  if (last) {
    const badge = document.createElement('span');
    badge.className = markClasses(shown.colour, 'small');
    badge.setAttribute('aria-hidden', 'true');
    badge.textContent = shown.badge;
    words.append(badge);
  }
  return words;
}

const forkKey = new PluginKey<DecorationSet>('bt-fork-marks');

/// Shows in the editor of a fork what differs from the live text.
export const ForkMarks = Extension.create<{ live: Y.Doc | undefined }>({
  name: 'forkMarks',
  addOptions() {
    return { live: undefined };
  },
  addProseMirrorPlugins() {
    const { live } = this.options;
    if (live === undefined) {
      return [];
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    return [
      new Plugin<DecorationSet>({
        key: forkKey,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, value, _old, state) =>
            tr.getMeta(forkKey) === true
              ? DecorationSet.create(state.doc, ownTouches(state, live).map(ownDecoration))
              : tr.docChanged
                ? value.map(tr.mapping, tr.doc)
                : value,
        },
        props: { decorations: (state) => forkKey.getState(state) },
        view: (view) => {
          const look = () => {
            if (!view.isDestroyed && !view.composing) {
              view.dispatch(view.state.tr.setMeta(forkKey, true).setMeta('addToHistory', false));
            }
          };
          timer = setTimeout(look, 0);
          return {
            update: (current, before) => {
              if (current.state.doc !== before.doc) {
                clearTimeout(timer);
                timer = setTimeout(look, 150);
              }
            },
            destroy: () => clearTimeout(timer),
          };
        },
      }),
    ];
  },
});

function ownDecoration(touch: Touch): Decoration {
  const { from, to, kind, text, node } = touch;
  const classes = `bt-suggested bt-suggested--${kind}`;
  if (from === to) {
    return Decoration.widget(
      from,
      () => {
        const words = document.createElement('del');
        words.className = `${classes}${node ? ' bt-suggested--node' : ''}`;
        words.contentEditable = 'false';
        words.textContent = text;
        return words;
      },
      { side: -1, key: `own/${text}` },
    );
  }
  return node
    ? Decoration.node(from, to, { class: classes })
    : Decoration.inline(from, to, { nodeName: 'ins', class: classes });
}
