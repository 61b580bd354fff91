import { Extension } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/// What is looked for. `current` is an index in `matches`, -1 when none is chosen.
export interface FindState {
  query: string;
  matchCase: boolean;
  current: number;
  matches: readonly { from: number; to: number }[];
}

export const findKey = new PluginKey<FindState>('bt-find');

const nothing: FindState = { query: '', matchCase: false, current: -1, matches: [] };
const matchCountMax = 2000;

function matchesIn(doc: PmNode, query: string, matchCase: boolean): FindState['matches'] {
  const matches: { from: number; to: number }[] = [];
  const fold = (text: string) => (matchCase ? text : text.toLocaleLowerCase('nl'));
  const wanted = fold(query);
  doc.descendants((node, position) => {
    if (!node.inlineContent || wanted === '' || matches.length >= matchCountMax) {
      return;
    }
    let start = position + 1;
    let run = '';
    const flush = () => {
      const text = fold(run);
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        matches.push({ from: start + at, to: start + at + query.length });
      }
      run = '';
    };
    node.forEach((child, offset) => {
      if (child.isText) {
        start = run === '' ? position + 1 + offset : start;
        run += child.text ?? '';
      } else {
        flush();
      }
    });
    flush();
  });
  return matches;
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    find: {
      /// Looks for words; the empty query ends the search.
      setFind: (query: string, matchCase: boolean) => ReturnType;
      /// Selects the next (1) or previous (-1) place.
      goToFind: (direction: 1 | -1) => ReturnType;
      /// Replaces the chosen place and goes to the next.
      replaceFound: (by: string) => ReturnType;
      replaceAllFound: (by: string) => ReturnType;
    };
  }
}

/// Find and replace in one section.
export const Find = Extension.create({
  name: 'find',
  addCommands() {
    return {
      setFind:
        (query, matchCase) =>
        ({ tr, dispatch }) => {
          dispatch?.(tr.setMeta(findKey, { query, matchCase, current: -1 }));
          return true;
        },
      goToFind:
        (direction) =>
        ({ state, tr, dispatch }) => {
          const find = findKey.getState(state) ?? nothing;
          const { from, to } = state.selection;
          const order = direction === 1 ? find.matches : find.matches.toReversed();
          const next =
            order.find((one) => (direction === 1 ? one.from >= to : one.to <= from)) ?? order[0];
          if (next === undefined) {
            return false;
          }
          const { query, matchCase } = find;
          tr.setMeta(findKey, { query, matchCase, current: find.matches.indexOf(next) });
          dispatch?.(
            tr.setSelection(TextSelection.create(tr.doc, next.from, next.to)).scrollIntoView(),
          );
          return true;
        },
      replaceFound:
        (by) =>
        ({ state, tr, dispatch, commands }) => {
          const find = findKey.getState(state) ?? nothing;
          const match = find.matches[find.current];
          if (match === undefined) {
            return commands.goToFind(1);
          }
          dispatch?.(tr.insertText(by, match.from, match.to));
          return true;
        },
      replaceAllFound:
        (by) =>
        ({ state, tr, dispatch }) => {
          const { matches } = findKey.getState(state) ?? nothing;
          for (const match of matches.toReversed()) {
            tr.insertText(by, match.from, match.to);
          }
          dispatch?.(tr);
          return matches.length > 0;
        },
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin<FindState>({
        key: findKey,
        state: {
          init: () => nothing,
          apply: (tr, value, _old, state) => {
            const meta = tr.getMeta(findKey) as Partial<FindState> | undefined;
            if (meta === undefined && (!tr.docChanged || value.query === '')) {
              return value;
            }
            const { query = value.query, matchCase = value.matchCase } = meta ?? {};
            const matches = matchesIn(state.doc, query, matchCase);
            const { from, to } = state.selection;
            const current = matches.findIndex((one) => one.from === from && one.to === to);
            return { query, matchCase, matches, current };
          },
        },
        props: {
          decorations: (state) => {
            const { matches, current } = findKey.getState(state) ?? nothing;
            if (matches.length === 0) {
              return DecorationSet.empty;
            }
            return DecorationSet.create(
              state.doc,
              matches.map((match, index) =>
                Decoration.inline(match.from, match.to, {
                  class: index === current ? 'bt-found bt-found--current' : 'bt-found',
                }),
              ),
            );
          },
        },
      }),
    ];
  },
});
