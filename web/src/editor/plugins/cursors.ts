import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { PresenceUser } from '../../collab';
import { stampedUser } from '../../collab';
import { markClasses, partnerClass } from '../../ui';
import { settleCaret } from '../binding/caret';
import { bindingOf } from '../binding/places';
import { make } from '../nodes/dom';

export const cursorsKey = new PluginKey<DecorationSet>('bt-cursors');

const sendAfter = 60;
const crowdFrom = 4;
const linePatterns = 6;

interface Cursor {
  clientId: number;
  user: PresenceUser;
  anchor: number;
  head: number;
  /// Changes when its owner moves, and only then: the flag is then shown anew.
  stamp: string;
}

function relative(value: unknown): Y.RelativePosition | undefined {
  try {
    return value === null || value === undefined
      ? undefined
      : Y.createRelativePositionFromJSON(value);
  } catch {
    return undefined;
  }
}

function cursorsIn(state: EditorState, awareness: Awareness): Cursor[] {
  const binding = bindingOf(state);
  const cursors: Cursor[] = [];
  for (const [clientId, presence] of awareness.getStates()) {
    const user = stampedUser(presence);
    const cursor: unknown = presence['cursor'];
    if (clientId === awareness.clientID || user === undefined || binding === undefined) {
      continue;
    }
    const ends: Record<string, unknown> =
      typeof cursor === 'object' && cursor !== null ? { ...cursor } : {};
    const [a, h] = [relative(ends['anchor']), relative(ends['head'])];
    const anchor = a === undefined ? null : binding.positionOf(a);
    const head = h === undefined ? null : binding.positionOf(h);
    if (anchor !== null && head !== null) {
      cursors.push({ clientId, user, anchor, head, stamp: JSON.stringify(cursor) });
    }
  }
  return cursors;
}

function caretOf(cursor: Cursor, crowd: number, crowdText: (count: number) => string): HTMLElement {
  const { user } = cursor;
  const badge = make('span', { class: markClasses(user.colour, 'small') }, user.badge);
  const flag =
    crowd >= crowdFrom
      ? make('span', { class: 'bt-caret__flag' }, crowdText(crowd))
      : make('span', { class: 'bt-caret__flag' }, badge, ` ${user.name}, ${user.organisation}`);
  const caret = make(
    'span',
    {
      class: `bt-caret ${partnerClass(user.colour)}`,
      'aria-hidden': 'true',
      'data-pattern': String(Number(user.colour) % linePatterns),
    },
    flag,
  );
  caret.contentEditable = 'false';
  return caret;
}

function decorate(
  state: EditorState,
  awareness: Awareness,
  crowdText: (count: number) => string,
): DecorationSet {
  const cursors = cursorsIn(state, awareness);
  const crowds = new Map<number, number>();
  const blockOf = (position: number) => state.doc.resolve(position).start();
  for (const cursor of cursors) {
    crowds.set(blockOf(cursor.head), (crowds.get(blockOf(cursor.head)) ?? 0) + 1);
  }
  const decorations = cursors.flatMap((cursor) => {
    const crowd = crowds.get(blockOf(cursor.head)) ?? 1;
    const caret = Decoration.widget(cursor.head, () => caretOf(cursor, crowd, crowdText), {
      key: `${cursor.clientId}/${cursor.stamp}/${crowd >= crowdFrom ? crowd : ''}`,
      side: 10,
      ignoreSelection: true,
    });
    const [from, to] = [Math.min(cursor.anchor, cursor.head), Math.max(cursor.anchor, cursor.head)];
    const range = Decoration.inline(from, to, {
      class: `bt-remote-selection ${partnerClass(cursor.user.colour)}`,
    });
    return from === to ? [caret] : [caret, range];
  });
  return DecorationSet.create(state.doc, decorations);
}

/// Tells the others where this caret is; nothing while the sheet has no focus.
class OwnCursor {
  private readonly awareness: Awareness;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sent = 'null';

  constructor(awareness: Awareness) {
    this.awareness = awareness;
  }

  moved(view: EditorView): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.send(view);
    }, sendAfter);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private send(view: EditorView): void {
    const binding = bindingOf(view.state);
    if (binding === undefined || binding.isDestroyed || this.awareness.getLocalState() === null) {
      return;
    }
    const { anchor, head } = view.state.selection;
    const cursor =
      view.hasFocus() && binding.unknown.length === 0
        ? { anchor: binding.relativeOf(anchor), head: binding.relativeOf(head) }
        : null;
    const text = JSON.stringify(cursor);
    if (text !== this.sent) {
      this.sent = text;
      this.awareness.setLocalStateField('cursor', cursor);
    }
  }
}

interface CursorsOptions {
  awareness: Awareness | undefined;
  crowdText: (count: number) => string;
}

/// The others' carets and selections, as the server's presence tells them.
export const Cursors = Extension.create<CursorsOptions>({
  name: 'cursors',
  addOptions() {
    return { awareness: undefined, crowdText: String };
  },
  addProseMirrorPlugins() {
    const { awareness, crowdText } = this.options;
    return awareness === undefined ? [] : [cursorsPlugin(awareness, crowdText)];
  },
});

function cursorsPlugin(
  awareness: Awareness,
  crowdText: (count: number) => string,
): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: cursorsKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, value, _old, state) => {
        const meta: unknown = tr.getMeta(cursorsKey);
        return meta === undefined
          ? value.map(tr.mapping, tr.doc)
          : decorate(state, awareness, crowdText);
      },
    },
    props: { decorations: (state) => cursorsKey.getState(state) },
    view: (view) => {
      const own = new OwnCursor(awareness);
      let pending = false;
      const refresh = () => {
        if (!pending) {
          pending = true;
          queueMicrotask(() => {
            pending = false;
            if (!view.isDestroyed) {
              settleCaret(view);
              view.dispatch(view.state.tr.setMeta(cursorsKey, 'presence'));
            }
          });
        }
      };
      const focus = () => own.moved(view);
      awareness.on('change', refresh);
      view.dom.addEventListener('focusin', focus);
      view.dom.addEventListener('focusout', focus);
      return {
        update: (current, before) => {
          own.moved(current);
          if (current.state.doc !== before.doc) {
            refresh();
          }
        },
        destroy: () => {
          own.stop();
          awareness.off('change', refresh);
          view.dom.removeEventListener('focusin', focus);
          view.dom.removeEventListener('focusout', focus);
        },
      };
    },
  });
}
