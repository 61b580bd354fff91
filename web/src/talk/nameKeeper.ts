import { Extension } from '@tiptap/core';
import { Fragment, type Node as PmNode, Slice } from '@tiptap/pm/model';
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { isFromYjs } from '../editor/binding/plugin';
import { make } from '../editor/nodes/dom';
import { namesIn, type Pseudonym, startOfName, withoutNames } from './pseudonyms';

interface Range {
  from: number;
  to: number;
}

interface KeeperState {
  /// What is typed and not written yet, because it may become a name.
  pending: { at: number; typed: string } | undefined;
  /// The last name that was replaced, while it can be taken back.
  replaced: (Range & { name: string; instead: string; at: number }) | undefined;
  /// The names that were put back on purpose: these stay.
  kept: readonly Range[];
  /// What was replaced last, to be told.
  told: readonly { name: string; instead: string }[];
}

type KeeperMeta = Partial<KeeperState>;

const key = new PluginKey<KeeperState>('bt-name-keeper');
const nothing: KeeperState = { pending: undefined, replaced: undefined, kept: [], told: [] };
/// So long the key that undoes brings a name back; after that it undoes what was typed.
export const takeBackForMs = 8000;

interface KeeperOptions {
  list: () => readonly Pseudonym[];
  /// A name was replaced, or put back.
  onReplaced: (name: string, instead: string, back: boolean) => void;
}

function pendingOf(state: EditorState): KeeperState['pending'] {
  return key.getState(state)?.pending;
}

/// Writes what was held back; the net below takes the names out before anybody sees them.
function settle(view: EditorView, more = ''): void {
  const pending = pendingOf(view.state);
  if (pending !== undefined) {
    const tr = view.state.tr.insertText(pending.typed + more, pending.at);
    const meta: KeeperMeta = { pending: undefined };
    view.dispatch(tr.setMeta(key, meta).scrollIntoView());
  }
}

/// True where the text was used up: held back as far as it may become a name.
function typedIn(view: EditorView, range: Range, text: string, options: KeeperOptions): boolean {
  const pending = pendingOf(view.state);
  const goesOn = pending?.at === range.from && pending.at === range.to;
  if (!goesOn) {
    settle(view);
  }
  const { from, to } = pending === undefined || goesOn ? range : view.state.selection;
  const $from = view.state.doc.resolve(from);
  if (!$from.parent.inlineContent) {
    return false;
  }
  const held = goesOn ? pending.typed : '';
  const typed = held + text;
  const before = $from.parent.textBetween(0, $from.parentOffset);
  const start = startOfName(before + typed, options.list());
  if (start === undefined) {
    if (goesOn) {
      settle(view, text);
    }
    return goesOn;
  }
  const sure = typed.slice(0, Math.max(0, start - before.length));
  const tr = view.state.tr;
  tr.delete(from, to);
  if (sure !== '') {
    tr.insertText(sure, from);
  }
  const at = tr.mapping.map(to);
  if (tr.docChanged) {
    tr.setSelection(TextSelection.create(tr.doc, at));
  }
  const meta: KeeperMeta = { pending: { at, typed: typed.slice(sure.length) } };
  view.dispatch(tr.setMeta(key, meta).scrollIntoView());
  return true;
}

function hold(view: EditorView, pending: KeeperState['pending']): void {
  const meta: KeeperMeta = { pending };
  view.dispatch(view.state.tr.setMeta(key, meta).scrollIntoView());
}

/// True where the key was used up.
function keyDown(view: EditorView, event: KeyboardEvent, options: KeeperOptions): boolean {
  const pending = pendingOf(view.state);
  const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z';
  if (pending === undefined) {
    return isUndo && putBack(view, options);
  }
  if (event.key === 'Backspace' && !event.ctrlKey && !event.altKey && !event.metaKey) {
    const typed = [...pending.typed].slice(0, -1).join('');
    hold(view, typed === '' ? undefined : { at: pending.at, typed });
    return true;
  }
  const plain = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  const silent = ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Dead', 'AltGraph'];
  if (!plain && !silent.includes(event.key)) {
    settle(view);
    return isUndo && putBack(view, options);
  }
  return false;
}

/// Takes the last replacement back, on purpose.
function putBack(view: EditorView, options: KeeperOptions): boolean {
  const { replaced, kept } = key.getState(view.state) ?? nothing;
  if (replaced === undefined || Date.now() - replaced.at > takeBackForMs) {
    return false;
  }
  const { doc } = view.state;
  const { instead } = replaced;
  if (doc.textBetween(replaced.from, Math.min(replaced.to, doc.content.size)) !== instead) {
    return false;
  }
  const tr = view.state.tr.insertText(replaced.name, replaced.from, replaced.to);
  const back = { from: replaced.from, to: replaced.from + replaced.name.length };
  const meta: KeeperMeta = { replaced: undefined, kept: [...mappedAll(tr, kept), back] };
  view.dispatch(tr.setMeta(key, meta));
  options.onReplaced(replaced.name, instead, true);
  return true;
}

function mappedOne<Kept extends Range>(tr: Transaction, range: Kept): Kept {
  return { ...range, from: tr.mapping.map(range.from, 1), to: tr.mapping.map(range.to, -1) };
}

function mappedAll(tr: Transaction, ranges: readonly Range[]): readonly Range[] {
  return ranges.map((range) => mappedOne(tr, range)).filter(({ from, to }) => from < to);
}

/// After a deletion or a paste of one's own, the key that undoes is about that.
function takesAway(tr: Transaction): boolean {
  return (
    !isFromYjs(tr) &&
    (tr.getMeta('paste') === true || changedIn([tr]).some(({ taken }) => taken > 0))
  );
}

function mapped(tr: Transaction, before: KeeperState): KeeperState {
  if (!tr.docChanged) {
    return { ...before, ...(tr.getMeta(key) as KeeperMeta | undefined) };
  }
  const { pending, replaced } = before;
  return {
    pending: pending && { ...pending, at: tr.mapping.map(pending.at, -1) },
    replaced: takesAway(tr) ? undefined : replaced && mappedOne(tr, replaced),
    kept: mappedAll(tr, before.kept),
    told: before.told,
    ...(tr.getMeta(key) as KeeperMeta | undefined),
  };
}

/// The places that transactions changed, as they are after the last of them, and how much each
/// change took away.
function changedIn(transactions: readonly Transaction[]): (Range & { taken: number })[] {
  const found: (Range & { taken: number })[] = [];
  transactions.forEach((tr, index) => {
    const later = transactions.slice(index + 1);
    const onward = (at: number, side: number) =>
      later.reduce((now, each) => each.mapping.map(now, side), at);
    tr.mapping.maps.forEach((map, step) => {
      const rest = tr.mapping.slice(step + 1);
      map.forEach((oldFrom, oldTo, from, to) => {
        found.push({
          from: onward(rest.map(from, -1), -1),
          to: onward(rest.map(to, 1), 1),
          taken: oldTo - oldFrom,
        });
      });
    });
  });
  return found;
}

/// Replaces the names that stand in or next to some places, but for those that were put back.
function replaceNames(state: EditorState, places: readonly Range[], options: KeeperOptions) {
  const { tr, doc } = state;
  const { kept } = key.getState(state) ?? nothing;
  const hits: (Range & { name: string; instead: string })[] = [];
  doc.forEach((note, position) => {
    const touched = (start: number, end: number) =>
      places.some(({ from, to }) => from <= end && to >= start);
    const start = position + 1;
    if (touched(start, start + note.content.size)) {
      const text = note.textContent;
      for (const { from, to, instead } of namesIn(text, options.list())) {
        const hit = { from: start + from, to: start + to, name: text.slice(from, to), instead };
        const isKept = kept.some((one) => one.from === hit.from && one.to === hit.to);
        if (!isKept && touched(hit.from, hit.to)) {
          hits.push(hit);
        }
      }
    }
  });
  for (const { from, to, instead } of [...hits].reverse()) {
    tr.insertText(instead, from, to);
  }
  const [first] = hits;
  if (first === undefined) {
    return null;
  }
  const replaced = { ...first, to: first.from + first.instead.length, at: Date.now() };
  return tr.setMeta(key, { replaced, told: hits } satisfies KeeperMeta);
}

function cleaned(fragment: Fragment, list: readonly Pseudonym[]): Fragment {
  const nodes: PmNode[] = [];
  fragment.forEach((node) => {
    if (node.isText) {
      const text = withoutNames(node.text ?? '', list);
      if (text !== '') {
        nodes.push(node.type.schema.text(text, node.marks));
      }
    } else {
      nodes.push(node.copy(cleaned(node.content, list)));
    }
  });
  return Fragment.from(nodes);
}

/// Replaces names in the words that an input method wrote by itself: those cannot be held back.
/// In the note before too: a new note may have been made meanwhile.
function sweep(view: EditorView, options: KeeperOptions): void {
  if (view.isDestroyed || view.composing) {
    return;
  }
  const { $from } = view.state.selection;
  const index = $from.index(0);
  const above = index > 0 ? view.state.doc.child(index - 1).nodeSize : 0;
  const start = $from.depth > 0 ? $from.before(1) : $from.pos;
  const end = $from.depth > 0 ? $from.after(1) : $from.pos;
  const tr = replaceNames(view.state, [{ from: start - above + 1, to: end - 1 }], options);
  if (tr !== null) {
    view.dispatch(tr);
  }
}

/// Writes pseudonyms in the place of the names of a list that only this browser knows. What may
/// become such a name is shown to its writer and written when it is clear that it is none, so that
/// the name itself reaches neither the document nor anybody else.
export const NameKeeper = Extension.create<KeeperOptions>({
  name: 'nameKeeper',
  priority: 2000,
  addOptions() {
    return { list: () => [], onReplaced: () => {} };
  },
  addProseMirrorPlugins() {
    const { options } = this;
    let shown: EditorView | undefined;
    return [
      new Plugin<KeeperState>({
        key,
        state: { init: () => nothing, apply: mapped },
        view: (view) => {
          shown = view;
          return {
            update: (now, before) => {
              const told = key.getState(now.state)?.told ?? [];
              if (told !== key.getState(before)?.told) {
                for (const { name, instead } of told) {
                  options.onReplaced(name, instead, false);
                }
              }
            },
          };
        },
        // Whatever the way a name was written: it is gone before the document takes the change.
        appendTransaction: (transactions, _before, state) => {
          const own = transactions.filter((tr) => tr.docChanged && !isFromYjs(tr));
          const isPending = own.some((tr) => tr.getMeta(key) !== undefined);
          if (own.length === 0 || (shown?.composing === true && !isPending)) {
            return null;
          }
          return replaceNames(state, changedIn(own), options);
        },
        props: {
          decorations: (state) => {
            const pending = pendingOf(state);
            return pending === undefined
              ? DecorationSet.empty
              : DecorationSet.create(state.doc, [
                  Decoration.widget(
                    pending.at,
                    () => make('span', { class: 'bt-talknote__pending' }, pending.typed),
                    { side: -1, key: `pending/${pending.typed}`, ignoreSelection: true },
                  ),
                ]);
          },
          handleTextInput: (view, from, to, text) =>
            !view.composing && typedIn(view, { from, to }, text, options),
          handleKeyDown: (view, event) => keyDown(view, event, options),
          transformPasted: (slice) =>
            new Slice(cleaned(slice.content, options.list()), slice.openStart, slice.openEnd),
          handleDOMEvents: {
            mousedown: (view) => {
              settle(view);
              return false;
            },
            blur: (view) => {
              settle(view);
              return false;
            },
            compositionstart: (view) => {
              settle(view);
              return false;
            },
            compositionend: (view) => {
              // After ProseMirror has read the composed word.
              setTimeout(() => sweep(view, options), 80);
              return false;
            },
          },
        },
      }),
    ];
  },
});
