import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api';
import { type Session, signOut } from '../../identity';
import { forgetPlans } from '../../plan';
import { Alert, Button, Dialog } from '../../ui';
import { forgetLiveText, unsavedWords } from '../liveText';
import { useSession } from '../session';

type Step = { kind: 'checking' } | { kind: 'offer'; words: readonly string[] } | { kind: 'failed' };

/// Signs out. What this browser keeps is deleted with it; words that are not on the server are
/// offered first.
export function SignOut({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useTranslation('shell');
  const { clear } = useSession();
  const [step, setStep] = useState<Step>({ kind: 'checking' });
  const memberId = session.member.id;
  const begun = useRef(false);

  const leave = useCallback(async () => {
    try {
      await signOut();
    } catch (cause) {
      // A session that has ended already needs no end.
      if (!(cause instanceof ApiError && cause.status === 401)) {
        setStep({ kind: 'failed' });
        return;
      }
    }
    await forgetLiveText(memberId);
    forgetPlans();
    clear();
  }, [clear, memberId]);

  const check = useCallback(async () => {
    setStep({ kind: 'checking' });
    const words = await unsavedWords(memberId);
    if (words.length === 0) {
      await leave();
    } else {
      setStep({ kind: 'offer', words });
    }
  }, [leave, memberId]);

  useEffect(() => {
    if (!begun.current) {
      begun.current = true;
      void check();
    }
  }, [check]);

  switch (step.kind) {
    case 'checking':
      return null;
    case 'failed':
      return (
        <Dialog title={t('signOut.title')} closeLabel={t('close')} onClose={onClose}>
          <Alert kind="error" title={t('signOut.failed')} urgent>
            <p>{t('signOut.offline')}</p>
          </Alert>
          <div className="bt-form__acts">
            <Button kind="primary" onClick={() => void check()}>
              {t('signOut.again')}
            </Button>
            <Button onClick={onClose}>{t('signOut.stay')}</Button>
          </div>
        </Dialog>
      );
    case 'offer':
      return <Offer words={step.words} onLeave={() => void leave()} onStay={onClose} />;
  }
}

interface OfferProps {
  words: readonly string[];
  onLeave: () => void;
  onStay: () => void;
}

function Offer({ words, onLeave, onStay }: OfferProps) {
  const { t } = useTranslation('shell');
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const text = words.join('\n\n');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  };
  return (
    <Dialog title={t('signOut.unsavedTitle')} closeLabel={t('close')} onClose={onStay}>
      <p>{t('signOut.unsaved')}</p>
      <blockquote className="bt-kept">{text}</blockquote>
      <p role="status" className="bt-kept__status">
        {copied === 'yes' ? t('signOut.copied') : null}
        {copied === 'failed' ? t('signOut.copyFailed') : null}
      </p>
      <div className="bt-form__acts">
        <Button kind="primary" onClick={copy}>
          {t('signOut.copy')}
        </Button>
        <Button onClick={onStay}>{t('signOut.stay')}</Button>
        <Button kind="subtle" onClick={onLeave}>
          {t('signOut.anyway')}
        </Button>
      </div>
    </Dialog>
  );
}
