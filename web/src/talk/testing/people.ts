import type { Editor } from '@tiptap/core';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createNotes } from '../createNotes';
import { notesOf } from '../document';
import type { Act } from '../keys';
import { actOf } from '../keys';
import type { Confidentiality } from '../model';
import type { Pseudonym } from '../pseudonyms';
import type { Topics } from '../topics';

const editors = new Set<Editor>();

/// Ends every editor: one that outlives its test looks for a page that is gone.
export function everybodyLeaves(): void {
  for (const each of editors) {
    each.destroy();
  }
  editors.clear();
}

const words = {
  kind: { quote: 'Citaat', paraphrase: 'Samengevat', observation: 'Eigen waarneming' },
  confidentiality: { open: 'Open', core: 'Alleen kernteam', unusable: 'Niet gebruiken' },
  mark: {
    signal: 'Signaal',
    bottleneck: 'Knelpunt',
    success: 'Wat werkt',
    group: 'Groep',
    setting: 'Setting',
    substance: 'Middel',
    action: 'Actie',
  },
};

interface Usual {
  names?: readonly Pseudonym[];
  reach?: Confidentiality;
  onAct?: (act: Act) => void;
  onReplaced?: (name: string, instead: string, back: boolean) => void;
}

/// A real editor of the notes under one question of a document.
export function notes(doc: Y.Doc, question: string, usual: Usual = {}): Editor {
  const editor = createNotes({
    element: document.createElement('div'),
    fragment: notesOf(doc, question),
    awareness: new Awareness(doc),
    label: question,
    words: () => words,
    defaults: () => ({ kind: 'paraphrase', confidentiality: usual.reach ?? 'core' }),
    pseudonyms: () => usual.names ?? [],
    onReplaced: usual.onReplaced ?? (() => {}),
    crowdText: String,
    onUnknown: () => {},
    composing: () => {},
    onKey: (event) => {
      const act = actOf(event, false);
      if (act !== undefined) {
        usual.onAct?.(act);
      }
      return act !== undefined;
    },
  });
  editors.add(editor);
  return editor;
}

/// Types as a keyboard does: plugins hear each character first.
export function type(editor: Editor, text: string): void {
  editor.commands.placeForNote();
  for (const character of text) {
    const { view } = editor;
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(character, from, to);
    const taken = view.someProp('handleTextInput', (hear) =>
      hear(view, from, to, character, insert),
    );
    if (taken !== true) {
      view.dispatch(insert());
    }
  }
}

/// Presses a key; true where somebody took it.
export function press(editor: Editor, key: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, code: key, ...more });
  return editor.view.someProp('handleKeyDown', (hear) => hear(editor.view, event)) === true;
}

export function paste(editor: Editor, html: string): void {
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent);
}

export interface NoteShown {
  text: string;
  kind: unknown;
  reach: unknown;
  marks: unknown;
}

export function shown(editor: Editor): NoteShown[] {
  const all: NoteShown[] = [];
  editor.state.doc.forEach((node) => {
    const { kind, confidentiality, marks } = node.attrs;
    all.push({ text: node.textContent, kind, reach: confidentiality, marks });
  });
  return all;
}

/// The words under a question, note by note.
export function textsOf(doc: Y.Doc, question: string): string[] {
  return notesOf(doc, question)
    .toArray()
    .map((note) => (note as Y.XmlElement).toArray().map(String).join(''));
}

export function meet(...docs: readonly Y.Doc[]): void {
  for (const one of docs) {
    for (const other of docs) {
      Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)));
    }
  }
}

const always = { partnerKinds: [], experiment: false };

/// A small list: one group for everybody, one for coffeeshops, one for the experiment.
export const topics: Topics = {
  title: 'Lijst',
  goal: 'Weten wat er speelt.',
  groups: [
    {
      id: 'beeld',
      title: 'Beeld',
      when: always,
      questions: [
        { id: 'wat-ziet-u', text: 'Wat ziet u?', probes: ['Waar?'], when: always },
        { id: 'bij-wie', text: 'Bij wie?', probes: [], when: always },
      ],
    },
    {
      id: 'coffeeshop',
      title: 'Coffeeshop',
      when: { partnerKinds: ['coffeeshop'], experiment: false },
      questions: [
        { id: 'verkoop', text: 'Hoe gaat de verkoop?', probes: [], when: always },
        {
          id: 'keten',
          text: 'Wat merkt u van het experiment?',
          probes: [],
          when: { partnerKinds: [], experiment: true },
        },
      ],
    },
  ],
};
