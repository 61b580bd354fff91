import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui';

/// How many fill-ins of a section are open, in the outline.
export function OpenCount({ open }: { open: number }) {
  const { t } = useTranslation('fillins');
  const words = open === 0 ? t('meter.allFilled') : t('meter.open', { count: open });
  return (
    <span className="bt-open-count" title={words}>
      {open === 0 ? (
        <Icon name="check" />
      ) : (
        <span aria-hidden="true" className="bt-open-count__number">
          {open}
        </span>
      )}
      <span className="bt-hidden">{words}</span>
    </span>
  );
}
