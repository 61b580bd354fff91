import type { Editor } from '@tiptap/core';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenDocument } from '../../collab';
import { createSheetEditor } from '../createEditor';
import { foldsOf } from '../folds';
import type { NodeLabels } from '../nodes/labels';
import { numberingKey } from '../plugins/numbering';
import type { SectionEditorProps } from '../props';
import { schemaVersion } from '../schema';
import { FootnoteList } from './FootnoteList';
import { emptyImageDraft, type ImageDraft } from './ImagePanel';
import { Notices } from './Notices';
import { Panel } from './Panel';
import { type PanelName, Toolbar } from './Toolbar';

type Translate = ReturnType<typeof useTranslation<'editor'>>['t'];

function labelsOf(t: Translate): NodeLabels {
  return {
    example: t('example.tag'),
    exampleKeep: t('example.keep'),
    exampleAdapt: t('example.adapt'),
    exampleDrop: t('example.drop'),
    exampleState: {
      keep: t('example.state.keep'),
      adapt: t('example.state.adapt'),
      drop: t('example.state.drop'),
    },
    help: t('help.title'),
    helpFold: t('help.fold'),
    helpUnfold: t('help.unfold'),
    remove: t('help.remove'),
    questions: t('questions.title'),
    fillIn: t('fillIn.name'),
    footnote: (number) => t('footnote.one', { number }),
    crossReferenceMissing: t('reference.missing'),
    evidence: t('evidence.name'),
    evidenceLabel: (text) => t('evidence.label', { text }),
    imageDescription: t('image.description'),
    imageDecorative: t('image.isDecorative'),
    imageDescribe: t('image.describe'),
    unknown: t('unknown.block'),
  };
}

/// What outlives an editor while its document starts afresh, as after a refused edit: how far the
/// page was scrolled, and whether its reader could write.
export interface KeptPlace {
  documentId: string;
  top: number;
  wrote: boolean;
}

interface SheetProps extends SectionEditorProps {
  open: OpenDocument;
  place: { current: KeptPlace };
}

/// One editor on one incarnation of a document, with its bar, forms, notices and notes.
export function Sheet(props: SheetProps) {
  const { open, sections, readOnly } = props;
  const { t } = useTranslation('editor');
  const [panel, setPanel] = useState<PanelName>();
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const [draft, setDraft] = useState<ImageDraft>(emptyImageDraft);
  const toolbar = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const editor = useSheetEditor(place, latest, t, { setPanel, setUnknown, setDraft, toolbar });
  const newerSchema = open.schema > schemaVersion;
  const mayWrite = !readOnly && open.mayWrite && !newerSchema && unknown.length === 0;
  const wrote = useKeptPlace(props.place, open.documentId, editor !== undefined, mayWrite);
  useLayoutEffect(() => {
    editor?.setEditable(mayWrite, false);
  }, [editor, mayWrite]);
  useEffect(() => {
    if (editor !== undefined && sections.length >= 0) {
      editor.view.dispatch(editor.state.tr.setMeta(numberingKey, 'sections'));
    }
  }, [editor, sections]);
  return (
    <div className="bt-editor">
      <Notices open={open} unknown={unknown} newerSchema={newerSchema} />
      {editor !== undefined && (mayWrite || wrote) && (
        <div className={`bt-editor__tools ${mayWrite ? '' : 'bt-editor__tools--closed'}`}>
          <div className="bt-editor__bar" inert={!mayWrite}>
            <Toolbar editor={editor} panel={panel} onPanel={setPanel} toolbarRef={toolbar} />
          </div>
          {mayWrite ? null : <p className="bt-editor__closed">{t('readOnlyNow')}</p>}
          {mayWrite && panel !== undefined && (
            <Panel
              key={panel}
              name={panel}
              editor={editor}
              sections={sections}
              documentId={open.documentId}
              draft={draft}
              onDraft={setDraft}
              onClose={() => setPanel(undefined)}
            />
          )}
        </div>
      )}
      <div ref={place} className="bt-editor__place" />
      <div className="bt-hidden" role="status">
        {draft.placed ? t('image.inserted') : ''}
      </div>
      {editor !== undefined && <FootnoteList editor={editor} />}
      {editor === undefined && (
        <p className="bt-hidden" data-waits="">
          {t('loading')}
        </p>
      )}
    </div>
  );
}

/// Keeps the page where it is while a document starts afresh. True when one could write here: then
/// the bar's place stays although the right went, so that no text moves. What it says is read out
/// by the line on top of the sheet.
function useKeptPlace(
  place: SheetProps['place'],
  documentId: string,
  ready: boolean,
  mayWrite: boolean,
): boolean {
  const [before] = useState(() =>
    place.current.documentId === documentId ? place.current : undefined,
  );
  const wrote = useRef(before?.wrote ?? false);
  wrote.current = wrote.current || mayWrite;
  useLayoutEffect(() => {
    if (ready && before !== undefined) {
      window.scrollTo(0, before.top);
    }
  }, [ready, before]);
  useLayoutEffect(
    () => () => {
      place.current = { documentId, top: window.scrollY, wrote: wrote.current };
    },
    [place, documentId],
  );
  return wrote.current;
}

interface Hands {
  setPanel: (panel: PanelName) => void;
  setUnknown: (names: readonly string[]) => void;
  setDraft: (change: (draft: ImageDraft) => ImageDraft) => void;
  toolbar: { readonly current: HTMLDivElement | null };
}

function useSheetEditor(
  place: { readonly current: HTMLDivElement | null },
  latest: { readonly current: SheetProps },
  t: Translate,
  hands: Hands,
): Editor | undefined {
  const [editor, setEditor] = useState<Editor>();
  const labels = useMemo(() => labelsOf(t), [t]);
  const { setPanel, setUnknown, setDraft, toolbar } = hands;
  useEffect(() => {
    const element = place.current;
    if (element === null) {
      return;
    }
    const { open, user, label } = latest.current;
    const made = createSheetEditor({
      element,
      fragment: open.doc.getXmlFragment('default'),
      awareness: open.awareness,
      label: label ?? '',
      sections: () => latest.current.sections,
      crowdText: (count) => t('crowd', { count }),
      onUnknown: (names) => queueMicrotask(() => setUnknown(names)),
      extensions: latest.current.extensions?.() ?? [],
      onFiles: (files) => {
        setDraft((draft) => ({
          ...draft,
          files: [...draft.files, ...files],
          placed: false,
        }));
        setPanel('image');
      },
      host: {
        labels: () => labels,
        folds: foldsOf(user.memberId),
        onOpenSection: (key) => latest.current.onOpenSection?.(key),
        onDescribeImage: () => setPanel('imageText'),
      },
      keys: {
        openLink: () => setPanel('link'),
        openFind: () => setPanel('find'),
        focusToolbar: () => toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
        composing: (active) => latest.current.open.composing(active),
      },
    });
    open.bePresent(user);
    setEditor(made);
    latest.current.onEditor?.(made, open);
    return () => {
      open.bePresent(undefined);
      latest.current.onEditor?.(undefined, undefined);
      made.destroy();
      setEditor(undefined);
    };
  }, [place, latest, t, labels, setPanel, setUnknown, setDraft, toolbar]);
  return editor;
}
