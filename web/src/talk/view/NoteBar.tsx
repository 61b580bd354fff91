import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { useEditorTick } from '../../editor/view/useEditorTick';
import { type Act, markKeys } from '../keys';
import { confidentialities, kinds, marks } from '../model';
import { type NoteDefaults, selectedNotes } from '../note';
import { confidentialityOf, kindOf, marksOf } from '../noteNode';

interface NoteBarProps {
  editor: Editor;
  defaults: NoteDefaults;
  onAct: (act: Act) => void;
}

/// What the note under the caret is, and the ways to change that with a thumb or a mouse. The keys
/// stand on the buttons, so that they are learnt by the way.
export function NoteBar({ editor, defaults, onAct }: NoteBarProps) {
  const { t } = useTranslation('talk');
  useEditorTick(editor);
  const notes = selectedNotes(editor.state).map(({ node }) => node);
  const all = <Value,>(of: (node: (typeof notes)[number]) => Value, usual: Value) =>
    notes.length === 0 ? [usual] : notes.map(of);
  const kindsNow = all(kindOf, defaults.kind);
  const reachNow = all(confidentialityOf, defaults.confidentiality);
  return (
    <div className="bt-notebar" role="toolbar" aria-label={t('bar.label')}>
      <fieldset className="bt-notebar__group">
        <legend className="bt-hidden">{t('bar.kind')}</legend>
        {kinds.map((kind, index) => (
          <BarButton
            key={kind}
            on={kindsNow.every((one) => one === kind)}
            words={t(`kind.${kind}`)}
            cap={String(index + 1)}
            shortcut={`Alt+${index + 1}`}
            onClick={() => onAct({ kind: 'kind', value: kind })}
          />
        ))}
      </fieldset>
      <fieldset className="bt-notebar__group">
        <legend className="bt-hidden">{t('bar.confidentiality')}</legend>
        {confidentialities.map((reach, index) => (
          <BarButton
            key={reach}
            className={`bt-notebar__reach--${reach}`}
            on={reachNow.every((one) => one === reach)}
            words={t(`confidentiality.${reach}`)}
            cap={`⇧${index + 1}`}
            shortcut={`Alt+Shift+${index + 1}`}
            title={t(`confidentialityHelp.${reach}`)}
            onClick={() => onAct({ kind: 'confidentiality', value: reach })}
          />
        ))}
      </fieldset>
      <fieldset className="bt-notebar__group bt-notebar__group--marks">
        <legend className="bt-hidden">{t('bar.marks')}</legend>
        {marks.map((mark) => (
          <BarButton
            key={mark}
            on={notes.length > 0 && notes.every((note) => marksOf(note).includes(mark))}
            words={t(`mark.${mark}`)}
            cap={markKeys[mark].toUpperCase()}
            shortcut={`Alt+${markKeys[mark].toUpperCase()}`}
            onClick={() => onAct({ kind: 'mark', value: mark })}
          />
        ))}
      </fieldset>
    </div>
  );
}

interface BarButtonProps {
  on: boolean;
  words: string;
  cap: string;
  shortcut: string;
  title?: string;
  className?: string;
  onClick: () => void;
}

function BarButton({ on, words, cap, shortcut, title, className, onClick }: BarButtonProps) {
  return (
    <button
      type="button"
      className={`bt-notebar__button ${className ?? ''}`}
      aria-pressed={on}
      aria-keyshortcuts={shortcut}
      title={title === undefined ? shortcut : `${title} (${shortcut})`}
      // The caret stays in the text, and on a phone the keyboard stays open.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {words}
      <span className="bt-notebar__cap" aria-hidden="true">
        {cap}
      </span>
    </button>
  );
}
