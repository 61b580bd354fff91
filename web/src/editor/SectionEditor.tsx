import './editor.css';
import './marks.css';
import './nodes.css';
import './sheet.css';
import './prosemirror.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaveState } from '../collab';
import type { SectionEditorProps } from './props';
import { KeptWordsOf } from './view/KeptWordsOf';
import { type KeptPlace, Sheet } from './view/Sheet';
import { useOpenDocument } from './view/useOpenDocument';

const skeletonAfter = 300;

/// The sheet's text: toolbar, editor and notices of one document.
export function SectionEditor(props: SectionEditorProps) {
  const { documentId, onState, onRight } = props;
  const { t } = useTranslation('editor');
  const open = useOpenDocument(documentId);
  const place = useRef<KeptPlace>({ documentId: '', top: 0, wrote: false });
  const state = open?.saveState;
  const told = state === undefined ? '' : JSON.stringify(state);
  useEffect(() => {
    if (told !== '') {
      onState?.(JSON.parse(told) as SaveState);
    }
  }, [told, onState]);
  const right = open?.rightKnown === true && open.denied === undefined ? open.mayWrite : undefined;
  useEffect(() => {
    if (right !== undefined) {
      onRight?.(right);
    }
  }, [right, onRight]);
  if (open?.denied !== undefined && !open.loaded) {
    return (
      <div className="bt-editor">
        <p className="bt-notice">{t('denied')}</p>
        <KeptWordsOf documentId={documentId} />
      </div>
    );
  }
  if (open === undefined || !open.loaded || open.documentId !== documentId) {
    return <Skeleton label={t('loading')} />;
  }
  return <Sheet key={`${documentId}/${open.incarnation}`} {...props} open={open} place={place} />;
}

function Skeleton({ label }: { label: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), skeletonAfter);
    return () => clearTimeout(timer);
  }, []);
  return shown ? (
    <div className="bt-skeleton" role="status" aria-label={label} data-waits="">
      <span />
      <span />
      <span />
    </div>
  ) : (
    <span hidden data-waits="" />
  );
}
