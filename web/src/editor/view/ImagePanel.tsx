import type { Editor } from '@tiptap/core';
import { type RefObject, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '../../api';
import { faultOf, imageFileSizeMaxBytes, imageKinds, uploadImage } from '../imageFiles';
import { attributeText } from '../nodes/attributes';
import { Field } from './Panel';
import { useEditorTick } from './useEditorTick';

/// What was chosen and written for pictures that are not in the text yet. It outlives the form, so
/// that closing it, or losing the network, loses nothing.
export interface ImageDraft {
  files: readonly File[];
  alt: string;
  decorative: boolean;
  /// The last one has come into the text.
  placed: boolean;
}

export const emptyImageDraft: ImageDraft = {
  files: [],
  alt: '',
  decorative: false,
  placed: false,
};

interface ImageFormProps {
  editor: Editor;
  documentId: string;
  draft: ImageDraft;
  onDraft: (draft: ImageDraft) => void;
  onInserted: () => void;
}

/// Asks for a picture and its description, sends it, and puts it where the caret stood.
export function ImageForm(props: ImageFormProps) {
  const { draft, onDraft } = props;
  const { t } = useTranslation('editor');
  const file = draft.files[0];
  const { sending, wrong, submit, stop } = useSending(props);
  const choose = useRef<HTMLInputElement>(null);
  const describe = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    (file === undefined ? choose : describe).current?.focus();
  }, [file]);
  return (
    <form className="bt-form bt-form--image" aria-label={t('image.label')} onSubmit={submit}>
      <div className="bt-form__file">
        {file !== undefined && <Preview file={file} />}
        <label className="bt-panel__button bt-choose">
          {t(file === undefined ? 'image.file' : 'image.otherFile')}
          <input
            ref={choose}
            className="bt-hidden"
            type="file"
            accept={imageKinds.join(',')}
            disabled={sending !== undefined}
            onChange={({ target }) => {
              const chosen = [...(target.files ?? [])];
              if (chosen.length > 0) {
                onDraft({ ...draft, files: chosen, placed: false });
              }
            }}
          />
        </label>
      </div>
      <AltFields {...draft} altRef={describe} onChange={(to) => onDraft({ ...draft, ...to })} />
      <p className="bt-form__error" role="alert">
        {wrong ?? ''}
      </p>
      <div className="bt-form__actions">
        {sending === undefined ? (
          <button type="submit" className="bt-panel__button bt-panel__button--main">
            {t('image.insert')}
          </button>
        ) : (
          <>
            <progress className="bt-progress" value={sending} aria-label={t('image.sending')} />
            <button type="button" className="bt-panel__button" onClick={stop}>
              {t('image.stop')}
            </button>
          </>
        )}
      </div>
    </form>
  );
}

function Preview({ file }: { file: File }) {
  const { t } = useTranslation('editor');
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  const name = file.name === '' ? t('image.pasted') : file.name;
  return (
    <p className="bt-form__preview">
      {faultOf(file) === undefined && <img src={address} alt="" />}
      <span>{t('image.chosen', { name })}</span>
    </p>
  );
}

interface AltFieldsProps {
  alt: string;
  decorative: boolean;
  altRef: RefObject<HTMLTextAreaElement | null>;
  onChange: (to: { alt: string } | { decorative: boolean }) => void;
}

function AltFields({ alt, decorative, altRef, onChange }: AltFieldsProps) {
  const { t } = useTranslation('editor');
  const hint = useId();
  return (
    <div className="bt-form__alt">
      <Field label={t('image.alt')}>
        {(id) => (
          <textarea
            ref={altRef}
            id={id}
            className="bt-input bt-input--tall"
            rows={2}
            maxLength={1000}
            aria-describedby={hint}
            disabled={decorative}
            value={decorative ? '' : alt}
            onChange={({ target }) => onChange({ alt: target.value })}
          />
        )}
      </Field>
      <p className="bt-form__hint" id={hint}>
        {t('image.altHint')}
      </p>
      <label className="bt-check">
        <input
          type="checkbox"
          checked={decorative}
          onChange={({ target }) => onChange({ decorative: target.checked })}
        />
        {t('image.decorative')}
      </label>
    </div>
  );
}

/// The description as it is stored; undefined while the writer has not chosen.
function altOf({ alt, decorative }: { alt: string; decorative: boolean }): string | undefined {
  const words = alt.trim().replace(/\s+/g, ' ');
  return decorative ? '' : words === '' ? undefined : words;
}

function useSending(props: ImageFormProps) {
  const { editor, documentId, draft } = props;
  // More may be pasted while one is under way.
  const latest = useRef(props);
  latest.current = props;
  const { t } = useTranslation('editor');
  const [sending, setSending] = useState<number>();
  const [wrong, setWrong] = useState(navigator.onLine ? undefined : t('image.wrong.offline'));
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);
  const send = async (file: File, alt: string, stop: AbortController) => {
    const place = followedPlace(editor);
    const watch = { onProgress: setSending, signal: stop.signal };
    try {
      const { src, width } = await uploadImage(documentId, file, watch);
      if (!stop.signal.aborted) {
        put(editor, { src, width, alt }, place.at());
        const now = latest.current;
        now.onDraft({ ...emptyImageDraft, files: now.draft.files.slice(1), placed: true });
        now.onInserted();
      }
    } catch (cause) {
      if (!stop.signal.aborted) {
        const { kind, detail, title } = asApiError(cause);
        const said = detail || title || t('image.wrong.other');
        setWrong(kind === 'unreachable' ? t('image.wrong.offline') : said);
      }
    } finally {
      place.forget();
      setSending(undefined);
    }
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const file = draft.files[0];
    const alt = altOf(draft);
    const fault = file === undefined ? 'noFile' : (faultOf(file) ?? altFault(alt));
    if (sending !== undefined) {
      return;
    }
    if (fault !== undefined || file === undefined || alt === undefined) {
      const max = imageFileSizeMaxBytes / (1024 * 1024);
      setWrong(t(`image.wrong.${fault ?? 'other'}`, { max }));
      return;
    }
    const stop = new AbortController();
    under.current = stop;
    setWrong(undefined);
    setSending(0);
    void send(file, alt, stop);
  };
  return { sending, wrong, submit, stop: () => under.current?.abort() };
}

function altFault(alt: string | undefined): 'noAlt' | 'offline' | undefined {
  if (alt === undefined) {
    return 'noAlt';
  }
  return navigator.onLine ? undefined : 'offline';
}

/// The place of the caret, moved along while others, or the writer, go on typing.
function followedPlace(editor: Editor): { at: () => number; forget: () => void } {
  let at = editor.state.selection.from;
  const follow = ({ transaction }: { transaction: { mapping: { map(at: number): number } } }) => {
    at = transaction.mapping.map(at);
  };
  editor.on('transaction', follow);
  return { at: () => at, forget: () => editor.off('transaction', follow) };
}

function put(editor: Editor, image: { src: string; width: number; alt: string }, at: number): void {
  // Who has gone on typing in the text keeps the caret where it is.
  editor.commands.insertImage(image, at, !editor.isFocused);
}

/// Changes the description of the selected picture, or takes the picture away.
export function ImageTextForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation('editor');
  useEditorTick(editor);
  const { src, alt } = editor.getAttributes('image');
  if (!editor.isActive('image')) {
    return <p className="bt-form__hint">{t('image.choose')}</p>;
  }
  const key = attributeText(src);
  return <ImageText key={key} editor={editor} alt={attributeText(alt)} onDone={onDone} />;
}

function ImageText(props: { editor: Editor; alt: string; onDone: () => void }) {
  const { editor, onDone } = props;
  const { t } = useTranslation('editor');
  const [draft, setDraft] = useState({ alt: props.alt, decorative: props.alt === '' });
  const [wrong, setWrong] = useState(false);
  const describe = useRef<HTMLTextAreaElement>(null);
  useEffect(() => describe.current?.focus(), []);
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    const alt = altOf(draft);
    setWrong(alt === undefined);
    if (alt !== undefined) {
      editor.commands.updateAttributes('image', { alt });
      onDone();
    }
  };
  return (
    <form className="bt-form bt-form--image" aria-label={t('image.label')} onSubmit={apply}>
      <AltFields
        {...draft}
        altRef={describe}
        onChange={(to) => setDraft((was) => ({ ...was, ...to }))}
      />
      <p className="bt-form__error" role="alert">
        {wrong ? t('image.wrong.noAlt') : ''}
      </p>
      <div className="bt-form__actions">
        <button type="submit" className="bt-panel__button bt-panel__button--main">
          {t('image.apply')}
        </button>
        <button
          type="button"
          className="bt-panel__button"
          onClick={() => {
            editor.commands.deleteSelection();
            onDone();
          }}
        >
          {t('image.remove')}
        </button>
      </div>
    </form>
  );
}
