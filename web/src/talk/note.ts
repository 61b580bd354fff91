import { Extension } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { Italic } from '@tiptap/extension-italic';
import { Text } from '@tiptap/extension-text';
import type { Node as PmNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { randomId } from '../base/ids';
import { isFromYjs } from '../editor/binding/plugin';
import { type Confidentiality, confidentialities, type Kind, type Mark, marks } from './model';
import {
  confidentialityOf,
  kindOf,
  marksOf,
  NoteNode,
  type NoteWords,
  originsOf,
} from './noteNode';

/// What a new note has, where nothing before it says so.
export interface NoteDefaults {
  kind: Kind;
  confidentiality: Confidentiality;
}

/// A new note goes as far as is usual in this talk, and never further than the one before it: what
/// is said after "not for use" may belong to it.
function reachAfter(before: Confidentiality, usual: Confidentiality): Confidentiality {
  const [one, other] = [confidentialities.indexOf(before), confidentialities.indexOf(usual)];
  return confidentialities[Math.max(one, other)] ?? usual;
}

/// The notes that were made on this page.
const made = new Set<string>();

/// The notes that a selection touches, with their places.
export function selectedNotes(state: EditorState): { node: PmNode; position: number }[] {
  const found: { node: PmNode; position: number }[] = [];
  const { from, to } = state.selection;
  state.doc.nodesBetween(from, to, (node, position) => {
    if (node.type.name === 'note') {
      found.push({ node, position });
    }
    return false;
  });
  return found;
}

function setAll(
  state: EditorState,
  tr: Transaction,
  change: (node: PmNode) => Readonly<Record<string, string | null>>,
): boolean {
  const notes = selectedNotes(state);
  for (const { node, position } of notes) {
    for (const [name, value] of Object.entries(change(node))) {
      tr.setNodeAttribute(position, name, value);
    }
  }
  return notes.length > 0;
}

/// Where words come from that were in these notes.
function withOrigins(...notes: readonly PmNode[]): string {
  const ids = notes.flatMap((note) => [...originsOf(note), String(note.attrs['id'] ?? '')]);
  return [...new Set(ids)].filter((id) => id !== '').join(' ');
}

/// A new note below, of the same kind and reach, or the note cut in two at the caret.
function split(state: EditorState, tr: Transaction, usual: Confidentiality): boolean {
  const { $from, from, to } = state.selection;
  const note = $from.parent;
  if (note.type.name !== 'note' || !$from.sameParent(state.selection.$to)) {
    return false;
  }
  if (note.childCount === 0) {
    return true;
  }
  if (from !== to) {
    tr.delete(from, to);
  }
  const $at = tr.doc.resolve(from);
  const rest = $at.parentOffset < $at.parent.content.size;
  const attrs = rest
    ? { ...note.attrs, id: null, of: withOrigins(note) }
    : {
        kind: note.attrs['kind'] as unknown,
        confidentiality: reachAfter(confidentialityOf(note), usual),
      };
  tr.split(from, 1, [{ type: note.type, attrs }]);
  if ($at.parentOffset === 0) {
    // The words stay the note they were; the empty one above is new.
    tr.setNodeAttribute($at.before(), 'id', null);
    tr.setNodeAttribute($at.before(), 'marks', null);
    tr.setNodeAttribute($at.before(), 'of', null);
    tr.setNodeAttribute(tr.mapping.map(from, 1) - 1, 'id', note.attrs['id']);
    tr.setNodeAttribute(tr.mapping.map(from, 1) - 1, 'of', note.attrs['of']);
    tr.setNodeAttribute(tr.mapping.map(from, 1) - 1, 'marks', note.attrs['marks']);
  }
  tr.scrollIntoView();
  return true;
}

/// Gives each note of one's own making what it needs, and every copy its own id.
function complete(tr: Transaction, before: PmNode, defaults: NoteDefaults): void {
  const old = new Set<unknown>();
  before.forEach((node) => {
    old.add(node.attrs['id']);
  });
  const seen = new Set<unknown>();
  let last = defaults;
  tr.doc.forEach((node, position) => {
    const { id, kind, confidentiality } = node.attrs;
    const isNew = !old.has(id);
    if (id === null || seen.has(id)) {
      const fresh = randomId();
      made.add(fresh);
      if (id !== null) {
        tr.setNodeAttribute(position, 'of', withOrigins(node));
      }
      tr.setNodeAttribute(position, 'id', fresh);
    }
    if (kind === null && isNew) {
      tr.setNodeAttribute(position, 'kind', last.kind);
    }
    if (confidentiality === null && isNew) {
      const reach = reachAfter(last.confidentiality, defaults.confidentiality);
      tr.setNodeAttribute(position, 'confidentiality', reach);
    }
    const now = tr.doc.nodeAt(position);
    if (now !== null) {
      last = { kind: kindOf(now), confidentiality: confidentialityOf(now) };
    }
    seen.add(id);
  });
}

/// Notes that a change made one go as far as the one that went least far.
function joinReach(tr: Transaction, transactions: readonly Transaction[]): void {
  transactions.forEach((change, index) => {
    const later = transactions.slice(index + 1);
    change.mapping.maps.forEach((map, step) => {
      const before = change.docs[step];
      map.forEach((from, to) => {
        const [one, other] = [before?.resolve(from).parent, before?.resolve(to).parent];
        if (one?.type.name !== 'note' || other?.type.name !== 'note' || one === other) {
          return;
        }
        const now = change.mapping.slice(step).map(from, -1);
        const place = tr.doc.resolve(later.reduce((at, each) => each.mapping.map(at, -1), now));
        if (place.parent.type.name === 'note') {
          const reach = reachAfter(confidentialityOf(one), confidentialityOf(other));
          tr.setNodeAttribute(place.before(), 'confidentiality', reach);
          tr.setNodeAttribute(place.before(), 'of', withOrigins(one, other));
        }
      });
    });
  });
}

interface UpkeepOptions {
  defaults: () => NoteDefaults;
}

/// Keeps what a person's own change leaves behind in order. Never acts on somebody else's change:
/// if all tidied the same thing, they would all write at once.
const NoteUpkeep = Extension.create<UpkeepOptions>({
  name: 'noteUpkeep',
  addOptions() {
    return { defaults: () => ({ kind: 'paraphrase', confidentiality: 'core' }) };
  },
  addKeyboardShortcuts() {
    const { defaults } = this.options;
    const enter = () =>
      this.editor.commands.command(({ state, tr, dispatch }) => {
        if (dispatch === undefined) {
          return true;
        }
        return split(state, tr, defaults().confidentiality);
      });
    return { Enter: enter, 'Shift-Enter': enter };
  },
  addProseMirrorPlugins() {
    const { defaults } = this.options;
    return [
      new Plugin({
        appendTransaction: (transactions, before, state) => {
          if (!transactions.some((tr) => tr.docChanged) || transactions.some(isFromYjs)) {
            return null;
          }
          const tr = state.tr;
          joinReach(tr, transactions);
          complete(tr, before.doc, defaults());
          return tr.docChanged ? tr : null;
        },
      }),
    ];
  },
  addCommands() {
    return {
      setKind:
        (kind) =>
        ({ state, tr }) =>
          setAll(state, tr, () => ({ kind })),
      setConfidentiality:
        (confidentiality) =>
        ({ state, tr }) =>
          setAll(state, tr, () => ({ confidentiality })),
      toggleNoteMark:
        (mark) =>
        ({ state, tr }) => {
          const on = !selectedNotes(state).every(({ node }) => marksOf(node).includes(mark));
          return setAll(state, tr, (node) => {
            const has = marksOf(node);
            const now = marks.filter((one) => (one === mark ? on : has.includes(one)));
            return { marks: now.length === 0 ? null : now.join(' ') };
          });
        },
      placeForNote:
        () =>
        ({ state, tr }) => {
          const type = state.schema.nodes['note'];
          if (type === undefined || state.doc.childCount > 0) {
            return false;
          }
          tr.insert(0, type.create()).setMeta('addToHistory', false);
          return true;
        },
      dropEmptyNotes:
        () =>
        ({ state, tr }) => {
          const empty: number[] = [];
          state.doc.forEach((node, position) => {
            if (node.childCount === 0 && made.has(String(node.attrs['id']))) {
              empty.unshift(position);
            }
          });
          for (const position of empty) {
            tr.delete(position, position + 2);
          }
          tr.setMeta('addToHistory', false);
          return empty.length > 0;
        },
    };
  },
});

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    notes: {
      /// For all notes that the selection touches.
      setKind: (kind: Kind) => ReturnType;
      setConfidentiality: (confidentiality: Confidentiality) => ReturnType;
      toggleNoteMark: (mark: Mark) => ReturnType;
      /// An empty question has no place for a caret: makes one.
      placeForNote: () => ReturnType;
      /// Takes away the empty notes that were made here.
      dropEmptyNotes: () => ReturnType;
    };
  }
}

interface NoteHost {
  words: () => NoteWords;
  defaults: () => NoteDefaults;
}

/// The schema of the notes under one question, and what keeps it in order.
export function noteExtensions(host: NoteHost) {
  return [
    Document.extend({ content: 'note*' }),
    NoteNode.configure({ words: host.words }),
    Text,
    Bold,
    Italic,
    NoteUpkeep.configure({ defaults: host.defaults }),
  ];
}
