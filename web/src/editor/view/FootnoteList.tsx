import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useTranslation } from 'react-i18next';
import { notesOf } from '../plugins/numbering';
import { useEditorTick } from './useEditorTick';

/// All notes under the text, in reading order; choosing one puts the caret in it.
export function FootnoteList({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor');
  useEditorTick(editor);
  const notes = notesOf(editor.state.doc);
  if (notes.length === 0) {
    return null;
  }
  const go = (position: number) => {
    const node = editor.state.doc.nodeAt(position);
    const at = position + 1 + (node?.content.size ?? 0);
    const selection = TextSelection.create(editor.state.doc, at);
    editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
    editor.view.focus();
  };
  return (
    <section className="bt-notes" aria-label={t('footnote.list')}>
      <ol className="bt-notes__list">
        {notes.map((note) => (
          <li key={note.id === '' ? note.number : note.id}>
            <button
              type="button"
              className="bt-notes__go"
              aria-label={t('footnote.one', { number: note.number })}
              onClick={() => go(note.position)}
            >
              {note.number}
            </button>
            <span>{note.text === '' ? t('footnote.empty') : note.text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
