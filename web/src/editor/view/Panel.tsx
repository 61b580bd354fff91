import type { Editor } from '@tiptap/core';
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { safeHref } from '../marks/link';
import { attributeText } from '../nodes/attributes';
import type { EditorSection } from '../props';
import { FindPanel } from './FindPanel';
import { type ImageDraft, ImageForm, ImageTextForm } from './ImagePanel';
import { TablePanel } from './TablePanel';
import type { PanelName } from './Toolbar';

interface PanelProps {
  name: PanelName;
  editor: Editor;
  sections: readonly EditorSection[];
  documentId: string;
  draft: ImageDraft;
  onDraft: (draft: ImageDraft) => void;
  onClose: () => void;
}

/// The open form under the toolbar. It never covers the text; Escape goes back to it.
export function Panel(props: PanelProps) {
  const { name, editor, sections, documentId, draft, onDraft, onClose } = props;
  const { t } = useTranslation('editor');
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const inserted = () => {
    if (draft.files.length > 1) {
      return;
    }
    if (editor.isFocused) {
      onClose();
    } else {
      close();
    }
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape anywhere in the form leaves it
    <div className="bt-panel" onKeyDown={leave}>
      {name === 'link' && <LinkForm editor={editor} onDone={close} />}
      {name === 'image' && (
        <ImageForm
          editor={editor}
          documentId={documentId}
          draft={draft}
          onDraft={onDraft}
          onInserted={inserted}
        />
      )}
      {name === 'imageText' && <ImageTextForm editor={editor} onDone={close} />}
      {name === 'table' && <TablePanel editor={editor} onDone={close} />}
      {name === 'fillIn' && <FillInForm editor={editor} onDone={close} />}
      {name === 'reference' && <ReferenceForm editor={editor} sections={sections} onDone={close} />}
      {name === 'find' && <FindPanel editor={editor} />}
      <button type="button" className="bt-panel__button bt-panel__close" onClick={close}>
        {t('close')}
      </button>
    </div>
  );
}

interface FieldProps {
  label: string;
  children: (id: string) => ReactNode;
}

export function Field({ label, children }: FieldProps) {
  const id = useId();
  return (
    <div className="bt-field">
      <label className="bt-field__label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}

function submit(run: () => void) {
  return (event: FormEvent) => {
    event.preventDefault();
    run();
  };
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation('editor');
  const [address, setAddress] = useState(attributeText(editor.getAttributes('link')['href']));
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const apply = () => {
    const href = safeHref(address);
    if (href === undefined) {
      setWrong(true);
      return;
    }
    const { empty } = editor.state.selection;
    if (empty && !editor.isActive('link')) {
      const mark = { type: 'link', attrs: { href } };
      editor.commands.insertContent({ type: 'text', text: address.trim(), marks: [mark] });
    } else {
      editor.chain().extendMarkRange('link').setLink(href).run();
    }
    onDone();
  };
  return (
    <form className="bt-form" onSubmit={submit(apply)}>
      <Field label={t('link.address')}>
        {(id) => (
          <input
            ref={input}
            id={id}
            className="bt-input"
            inputMode="url"
            autoComplete="off"
            value={address}
            aria-invalid={wrong}
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
      </Field>
      <button type="submit" className="bt-panel__button bt-panel__button--main">
        {t('link.apply')}
      </button>
      {editor.isActive('link') && (
        <button
          type="button"
          className="bt-panel__button"
          onClick={() => {
            editor.chain().extendMarkRange('link').unsetLink().run();
            onDone();
          }}
        >
          {t('link.remove')}
        </button>
      )}
      <p className="bt-form__error" role="alert">
        {wrong ? t('link.wrong') : ''}
      </p>
    </form>
  );
}

function FillInForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation('editor');
  const [label, setLabel] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const apply = () => {
    editor.commands.insertFillIn(label.trim());
    onDone();
  };
  return (
    <form className="bt-form" onSubmit={submit(apply)}>
      <Field label={t('fillIn.label')}>
        {(id) => (
          <input
            ref={input}
            id={id}
            className="bt-input"
            required
            maxLength={200}
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
        )}
      </Field>
      <button type="submit" className="bt-panel__button bt-panel__button--main">
        {t('fillIn.apply')}
      </button>
    </form>
  );
}

interface ReferenceFormProps {
  editor: Editor;
  sections: readonly EditorSection[];
  onDone: () => void;
}

function ReferenceForm({ editor, sections, onDone }: ReferenceFormProps) {
  const { t } = useTranslation('editor');
  const [target, setTarget] = useState(sections[0]?.key ?? '');
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => select.current?.focus(), []);
  const apply = () => {
    editor.commands.insertContent({ type: 'crossReference', attrs: { target } });
    onDone();
  };
  return (
    <form className="bt-form" onSubmit={submit(apply)}>
      <Field label={t('reference.target')}>
        {(id) => (
          <select
            ref={select}
            id={id}
            className="bt-input"
            value={target}
            onChange={(event) => setTarget(event.target.value)}
          >
            {sections.map((section) => (
              <option key={section.key} value={section.key}>
                {`${section.number} ${section.title}`.trim()}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="submit" className="bt-panel__button bt-panel__button--main">
        {t('reference.apply')}
      </button>
    </form>
  );
}
