import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorTick } from './useEditorTick';

const actions = [
  ['rowBefore', 'addRowBefore'],
  ['rowAfter', 'addRowAfter'],
  ['deleteRow', 'deleteRow'],
  ['columnBefore', 'addColumnBefore'],
  ['columnAfter', 'addColumnAfter'],
  ['deleteColumn', 'deleteColumn'],
  ['merge', 'mergeCells'],
  ['split', 'splitCell'],
  ['header', 'toggleHeaderRow'],
  ['remove', 'deleteTable'],
] as const;

/// Inserts a table, or changes the one around the caret.
export function TablePanel({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation('editor');
  useEditorTick(editor);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  if (!editor.isActive('table')) {
    return (
      <button
        ref={first}
        type="button"
        className="bt-panel__button bt-panel__button--main"
        onClick={() => {
          editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
          onDone();
        }}
      >
        {t('table.insert')}
      </button>
    );
  }
  return (
    <fieldset className="bt-panel__set">
      <legend className="bt-hidden">{t('table.label')}</legend>
      {actions.map(([name, command], index) => (
        <button
          key={name}
          ref={index === 0 ? first : undefined}
          type="button"
          className="bt-panel__button"
          disabled={!editor.can()[command]()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => editor.chain().repairTables()[command]().run()}
        >
          {t(`table.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}
