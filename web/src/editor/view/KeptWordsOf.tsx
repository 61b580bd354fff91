import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeptWords, useKeptWords } from '../../collab';

/// The user's own words that could not be stored in a document, where the document itself is not
/// shown (any more).
export function KeptWordsOf({ documentId }: { documentId: string }) {
  const { kept, drop } = useKeptWords(documentId);
  return kept.map((each) => <Kept key={each.id} kept={each} onDrop={() => drop(each.id)} />);
}

export function Notice({ children, status }: { children: ReactNode; status?: boolean }) {
  return (
    <div className="bt-notice" role={status === true ? 'status' : undefined}>
      {children}
    </div>
  );
}

/// Words put aside: copy them, or throw them away.
export function Kept({ kept, onDrop }: { kept: KeptWords; onDrop: () => void }) {
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
