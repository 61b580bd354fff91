import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui';
import type { Status } from '../model';

/// How far a section is: an icon and its word.
export function StatusSign({ status, wordHidden }: { status: Status; wordHidden?: boolean }) {
  const { t } = useTranslation('plan');
  return (
    <span
      className={`bt-status bt-status--${status}`}
      title={wordHidden ? t(`status.${status}`) : undefined}
    >
      <Icon name={status} />
      <span className={wordHidden ? 'bt-hidden' : 'bt-status__word'}>{t(`status.${status}`)}</span>
    </span>
  );
}
