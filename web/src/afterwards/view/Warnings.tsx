import type { Ref } from 'react';
import type { PersonalWarning } from '../../privacy';
import { Alert } from '../../ui';
import { useAfterwardsWords } from '../words';

interface WarningsProps {
  warnings: readonly PersonalWarning[];
  ref?: Ref<HTMLDivElement>;
}

/// The words of a text that may say who somebody is.
export function Warnings({ warnings, ref }: WarningsProps) {
  const { t } = useAfterwardsWords();
  return warnings.length === 0 ? null : (
    <Alert kind="warning" title={t('warnings.title')} {...(ref === undefined ? {} : { ref })}>
      <p>{t('warnings.text')}</p>
      <ul className="bt-afterwards__warnings">
        {warnings.map(({ kind, from, text }) => (
          <li key={from}>{t('warnings.one', { text, kind: t(`warnings.kind.${kind}`) })}</li>
        ))}
      </ul>
      <p>{t('warnings.note')}</p>
    </Alert>
  );
}
