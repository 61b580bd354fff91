import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { personalIn } from '../../privacy';
import { Alert } from '../../ui';

/// What in a text may point to a person, before others read it. It forbids nothing.
export function Warnings({ text }: { text: string }) {
  const { t } = useTranslation('findings');
  const found = personalIn(useDeferredValue(text));
  return (
    <div role="status">
      {found.length === 0 ? null : (
        <Alert kind="warning" title={t('warning.title')}>
          <p>{t('warning.lead')}</p>
          <ul>
            {found.map((each) => (
              <li key={`${each.from}-${each.kind}`}>
                {t('warning.item', { text: each.text, kind: t(`warning.${each.kind}`) })}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
