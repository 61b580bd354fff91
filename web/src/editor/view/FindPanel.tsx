import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findKey } from '../plugins/find';
import { Field } from './Panel';
import { useEditorTick } from './useEditorTick';

function selectedWords(editor: Editor): string {
  const { from, to, $from, $to } = editor.state.selection;
  return $from.sameParent($to) ? editor.state.doc.textBetween(from, to).slice(0, 100) : '';
}

/// Marks what is found, as long as the panel is open.
function useFind(editor: Editor, query: string, matchCase: boolean): void {
  useEffect(() => {
    editor.commands.setFind(query, matchCase);
  }, [editor, query, matchCase]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) {
        editor.commands.setFind('', false);
      }
    },
    [editor],
  );
}

/// Find and replace in this section. Enter goes on, Shift and Enter goes back.
export function FindPanel({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor');
  useEditorTick(editor);
  const [query, setQuery] = useState(() => selectedWords(editor));
  const [matchCase, setMatchCase] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const count = findKey.getState(editor.state)?.matches.length ?? 0;
  useEffect(() => input.current?.select(), []);
  useFind(editor, query, matchCase);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      editor.commands.goToFind(event.shiftKey ? -1 : 1);
    }
  };
  return (
    <div className="bt-form">
      <Field label={t('find.query')}>
        {(id) => (
          <input
            ref={input}
            id={id}
            className="bt-input"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={onKey}
          />
        )}
      </Field>
      <Count query={query} count={count} />
      <button
        type="button"
        className="bt-panel__button"
        onClick={() => editor.commands.goToFind(-1)}
      >
        {t('find.previous')}
      </button>
      <button
        type="button"
        className="bt-panel__button"
        onClick={() => editor.commands.goToFind(1)}
      >
        {t('find.next')}
      </button>
      <label className="bt-check">
        <input
          type="checkbox"
          checked={matchCase}
          onChange={(event) => setMatchCase(event.target.checked)}
        />
        {t('find.matchCase')}
      </label>
      {editor.isEditable && <Replace editor={editor} count={count} />}
    </div>
  );
}

function Count({ query, count }: { query: string; count: number }) {
  const { t } = useTranslation('editor');
  const found = count === 0 ? t('find.none') : t('find.count', { count });
  return <output className="bt-form__count">{query === '' ? '' : found}</output>;
}

/// Puts other words where the found ones stand.
function Replace({ editor, count }: { editor: Editor; count: number }) {
  const { t } = useTranslation('editor');
  const [by, setBy] = useState('');
  return (
    <>
      <Field label={t('find.replace')}>
        {(id) => (
          <input
            id={id}
            className="bt-input"
            value={by}
            onChange={(event) => setBy(event.target.value)}
          />
        )}
      </Field>
      <button
        type="button"
        className="bt-panel__button"
        disabled={count === 0}
        onClick={() => {
          editor.commands.replaceFound(by);
          editor.commands.goToFind(1);
        }}
      >
        {t('find.replaceOne')}
      </button>
      <button
        type="button"
        className="bt-panel__button"
        disabled={count === 0}
        onClick={() => editor.commands.replaceAllFound(by)}
      >
        {t('find.replaceAll')}
      </button>
    </>
  );
}
