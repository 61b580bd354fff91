import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button } from '../../ui';

/// New recovery codes, shown this once.
export function NewCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation('identity');
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      setSaid(t('ways.recovery.copied'));
    } catch {
      setSaid(t('ways.recovery.copyFailed'));
    }
  };
  return (
    <Alert kind="warning" title={t('ways.recovery.shown')} urgent>
      <p>{t('ways.recovery.shownText')}</p>
      <ul className="bt-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="bt-form__acts">
        <Button onClick={() => void copy()}>{t('ways.recovery.copy')}</Button>
        <Button kind="primary" onClick={onKept}>
          {t('ways.recovery.kept')}
        </Button>
      </div>
      <p role="status">{said}</p>
    </Alert>
  );
}
