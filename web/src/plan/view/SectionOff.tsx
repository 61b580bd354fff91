import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Heading } from '../../ui';
import { nameOf, type OffSection, outlinePathOf, type Plan } from '../model';

/// A section that is switched off: where its subject stands, and the way back.
export function SectionOff({ plan, section }: { plan: Plan; section: OffSection }) {
  const { t } = useTranslation('plan');
  const { elsewhere } = section;
  return (
    <div className="bt-page">
      <Heading level={1} size={2}>
        {nameOf(section)}
      </Heading>
      <p className="bt-lead">
        {elsewhere === ''
          ? t('off.text')
          : `${t('off.text')} ${t('off.elsewhere', { where: elsewhere })}`}
      </p>
      <p>
        <Link className="nl-link bt-link" to={outlinePathOf(plan.id)}>
          {t('off.way')}
        </Link>
      </p>
    </div>
  );
}
