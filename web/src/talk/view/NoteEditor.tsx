import type { Editor } from '@tiptap/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenDocument } from '../../collab';
import { createNotes } from '../createNotes';
import { notesOf } from '../document';
import { followFocus } from '../followFocus';
import { confidentialities, kinds, marks } from '../model';
import type { NoteDefaults } from '../note';
import type { NoteWords } from '../noteNode';
import type { Pseudonym } from '../pseudonyms';

type Translate = ReturnType<typeof useTranslation<'talk'>>['t'];

function wordsIn(t: Translate): NoteWords {
  const say = <Word extends string>(words: readonly Word[], text: (word: Word) => string) =>
    Object.fromEntries(words.map((word) => [word, text(word)])) as Record<Word, string>;
  return {
    kind: say(kinds, (kind) => t(`kind.${kind}`)),
    confidentiality: say(confidentialities, (reach) => t(`confidentiality.${reach}`)),
    mark: say(marks, (mark) => t(`mark.${mark}`)),
  };
}

export interface NoteEditorProps {
  open: OpenDocument;
  question: string;
  label: string;
  shown: boolean;
  mayWrite: boolean;
  defaults: () => NoteDefaults;
  pseudonyms: () => readonly Pseudonym[];
  onReplaced: (name: string, instead: string, back: boolean) => void;
  onKey: (event: KeyboardEvent) => boolean;
  onEditor: (question: string, editor: Editor | undefined) => void;
}

/// The notes under one question. Stays there, hidden, while others are open: so the caret and what
/// can be undone wait for whoever comes back.
export function NoteEditor(props: NoteEditorProps) {
  const { open, question, label, shown, mayWrite } = props;
  const { t } = useTranslation('talk');
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [editor, setEditor] = useState<Editor>();
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  useEffect(() => {
    const element = place.current;
    if (element === null) {
      return;
    }
    const made = createNotes({
      element,
      fragment: notesOf(open.doc, question),
      awareness: open.awareness,
      label: latest.current.label,
      words: () => wordsIn(t),
      defaults: () => latest.current.defaults(),
      pseudonyms: () => latest.current.pseudonyms(),
      onReplaced: (...told) => latest.current.onReplaced(...told),
      crowdText: (count) => t('notes.crowd', { count }),
      onUnknown: (names) => queueMicrotask(() => setUnknown(names)),
      composing: (active) => open.composing(active),
      onKey: (event) => latest.current.onKey(event),
    });
    followFocus(made);
    setEditor(made);
    latest.current.onEditor(question, made);
    return () => {
      latest.current.onEditor(question, undefined);
      made.destroy();
      setEditor(undefined);
    };
  }, [open, question, t]);
  const writes = mayWrite && unknown.length === 0;
  useLayoutEffect(() => {
    editor?.setEditable(writes, false);
  }, [editor, writes]);
  useEffect(() => {
    editor?.view.dom.setAttribute('aria-label', label);
  }, [editor, label]);
  return (
    <div hidden={!shown} className="bt-talk__notes">
      {unknown.length > 0 ? <p className="bt-notice">{t('unknown')}</p> : null}
      <div ref={place} className="bt-talk__place" data-empty-text={t('notes.empty')} />
    </div>
  );
}
