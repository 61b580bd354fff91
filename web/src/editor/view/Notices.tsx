import { useTranslation } from 'react-i18next';
import type { OpenDocument } from '../../collab';
import { Kept, Notice } from './KeptWordsOf';

interface NoticesProps {
  open: OpenDocument;
  unknown: readonly string[];
  newerSchema: boolean;
}

/// Everything that must be said above the text; each says what one can do.
export function Notices({ open, unknown, newerSchema }: NoticesProps) {
  const { t } = useTranslation('editor');
  return (
    <>
      {(unknown.length > 0 || newerSchema) && (
        <Notice status>
          <strong>{t('unknown.title')}</strong>
          <p>{t('unknown.text')}</p>
          <button
            type="button"
            className="bt-panel__button"
            onClick={() => window.location.reload()}
          >
            {t('unknown.reload')}
          </button>
        </Notice>
      )}
      {open.localCopy === 'refused' && <Notice status>{t('storageRefused')}</Notice>}
      {open.keptWords.map((kept) => (
        <Kept key={kept.id} kept={kept} onDrop={() => open.dropKept(kept.id)} />
      ))}
      <div className="bt-hidden" role="status">
        {open.rescued > 0 ? t('rescued') : ''}
      </div>
    </>
  );
}
