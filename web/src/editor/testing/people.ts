import { Editor } from '@tiptap/core';
import type * as Y from 'yjs';
import { Collaboration } from '../plugins/collaboration';
import { Upkeep } from '../plugins/upkeep';
import { schemaExtensions } from '../schema';

/// Random numbers that a seed repeats (mulberry32).
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/// One person with a real editor on an own Yjs document.
export interface Person {
  name: string;
  doc: Y.Doc;
  editor: Editor;
  unknown: readonly string[];
}

const present = new Set<Person>();

/// Ends every editor: one that outlives its test looks for a page that is gone.
export function everybodyLeaves(): void {
  for (const each of present) {
    each.editor.destroy();
  }
  present.clear();
}

export function person(name: string, doc: Y.Doc): Person {
  const self: Person = { name, doc, editor: undefined as unknown as Editor, unknown: [] };
  self.editor = new Editor({
    element: document.createElement('div'),
    extensions: [
      ...schemaExtensions(),
      Collaboration.configure({
        fragment: doc.getXmlFragment('default'),
        onUnknown: (names) => {
          self.unknown = names;
        },
      }),
      Upkeep,
    ],
  });
  present.add(self);
  return self;
}

/// What the prose looks like to Yjs, the same on every replica that has the same updates.
export function xmlOf(doc: Y.Doc): string {
  return doc.getXmlFragment('default').toString();
}
