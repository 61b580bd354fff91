import { Extension } from '@tiptap/core';
import { Fragment, type Node as PmNode, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { make } from '../editor/nodes/dom';
import { mayBecomeName, namesIn, type Pseudonym, withoutNames } from './pseudonyms';

/// What is typed and not written yet, because it may become a name; and the last name that was
/// replaced, while it can be taken back.
interface KeeperState {
  pending: { at: number; typed: string } | undefined;
  replaced: { from: number; to: number; name: string; instead: string; at: number } | undefined;
}

type KeeperMeta = Partial<KeeperState>;

const key = new PluginKey<KeeperState>('bt-name-keeper');
const nothing: KeeperState = { pending: undefined, replaced: undefined };
/// So long the key that undoes brings a name back; after that it undoes what was typed.
export const takeBackForMs = 8000;

const letter = /[\p{L}\p{N}]/u;

interface KeeperOptions {
  list: () => readonly Pseudonym[];
  /// A name was replaced, or put back.
  onReplaced: (name: string, instead: string, back: boolean) => void;
}

function pendingOf(state: EditorState): KeeperState['pending'] {
  return key.getState(state)?.pending;
}

/// Writes what was held back, without names.
function settle(view: EditorView, options: KeeperOptions, more = ''): void {
  const pending = pendingOf(view.state);
  if (pending === undefined) {
    return;
  }
  const typed = pending.typed + more;
  const [first] = namesIn(typed, options.list());
  const tr = view.state.tr.insertText(withoutNames(typed, options.list()), pending.at);
  const replaced =
    first === undefined
      ? undefined
      : {
          from: pending.at + first.from,
          to: pending.at + first.from + first.instead.length,
          name: typed.slice(first.from, first.to),
          instead: first.instead,
          at: Date.now(),
        };
  tr.setMeta(key, { pending: undefined, replaced } satisfies KeeperMeta);
  view.dispatch(tr.scrollIntoView());
  if (first !== undefined) {
    options.onReplaced(typed.slice(first.from, first.to), first.instead, false);
  }
}

function typedIn(view: EditorView, from: number, text: string, options: KeeperOptions): boolean {
  const pending = pendingOf(view.state);
  if (pending !== undefined && pending.at === from) {
    const typed = pending.typed + text;
    if (mayBecomeName(typed, options.list())) {
      hold(view, { at: from, typed });
    } else {
      settle(view, options, text);
    }
    return true;
  }
  settle(view, options);
  const { $from } = view.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset).at(-1) ?? '';
  if (letter.test(before) || !mayBecomeName(text, options.list())) {
    return false;
  }
  hold(view, { at: $from.pos, typed: text });
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
    settle(view, options);
    return isUndo && putBack(view, options);
  }
  return false;
}

/// Takes the last replacement back, on purpose.
function putBack(view: EditorView, options: KeeperOptions): boolean {
  const replaced = key.getState(view.state)?.replaced;
  if (replaced === undefined || Date.now() - replaced.at > takeBackForMs) {
    return false;
  }
  const { doc } = view.state;
  const { instead } = replaced;
  if (doc.textBetween(replaced.from, Math.min(replaced.to, doc.content.size)) !== instead) {
    return false;
  }
  const tr = view.state.tr.insertText(replaced.name, replaced.from, replaced.to);
  view.dispatch(tr.setMeta(key, { replaced: undefined } satisfies KeeperMeta));
  options.onReplaced(replaced.name, instead, true);
  return true;
}

function mapped(tr: Transaction, before: KeeperState): KeeperState {
  const meta = tr.getMeta(key) as KeeperMeta | undefined;
  const { pending, replaced } = before;
  const moved: KeeperState = {
    pending: pending && { ...pending, at: tr.mapping.map(pending.at, -1) },
    replaced: replaced && {
      ...replaced,
      from: tr.mapping.map(replaced.from, 1),
      to: tr.mapping.map(replaced.to, -1),
    },
  };
  return meta === undefined ? moved : { ...moved, ...meta };
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
function sweep(view: EditorView, options: KeeperOptions): void {
  const { $from } = view.state.selection;
  const start = $from.start();
  const found = namesIn($from.parent.textContent, options.list());
  const tr = view.state.tr;
  for (const { from, to, instead } of found.reverse()) {
    options.onReplaced($from.parent.textContent.slice(from, to), instead, false);
    tr.insertText(instead, start + from, start + to);
  }
  if (tr.docChanged) {
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
    return [
      new Plugin<KeeperState>({
        key,
        state: { init: () => nothing, apply: mapped },
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
            !view.composing && from === to && typedIn(view, from, text, options),
          handleKeyDown: (view, event) => keyDown(view, event, options),
          transformPasted: (slice) =>
            new Slice(cleaned(slice.content, options.list()), slice.openStart, slice.openEnd),
          handleDOMEvents: {
            mousedown: (view) => {
              settle(view, options);
              return false;
            },
            blur: (view) => {
              settle(view, options);
              return false;
            },
            compositionstart: (view) => {
              settle(view, options);
              return false;
            },
            compositionend: (view) => {
              // After ProseMirror has read the composed word.
              setTimeout(() => !view.isDestroyed && sweep(view, options), 80);
              return false;
            },
          },
        },
      }),
    ];
  },
});
