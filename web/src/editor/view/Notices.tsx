import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptWords, OpenDocument } from '../../collab';

interface NoticesProps {
  open: OpenDocument;
  unknown: readonly string[];
  newerSchema: boolean;
}

function Notice({ children, status }: { children: ReactNode; status?: boolean }) {
  return (
    <div className="bt-notice" role={status === true ? 'status' : undefined}>
      {children}
    </div>
  );
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

function Kept({ kept, onDrop }: { kept: KeptWords; onDrop: () => void }) {
  const { t } = useTranslation('editor');
  const [copied, setCopied] = useState(false);
  const reason = kept.reason === 'sign-out' ? 'signOut' : kept.reason;
  const copy = () => {
    navigator.clipboard
      .writeText(kept.text)
      .then(() => setCopied(true))
      .catch(() => setCopied(false));
  };
  return (
    <Notice>
      <p>{t(`kept.${reason}`)}</p>
      <blockquote className="bt-notice__words">{kept.text}</blockquote>
      <button type="button" className="bt-panel__button" onClick={copy}>
        {copied ? t('kept.copied') : t('kept.copy')}
      </button>
      <button type="button" className="bt-panel__button" onClick={onDrop}>
        {t('kept.drop')}
      </button>
    </Notice>
  );
}
