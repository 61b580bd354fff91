import { useTranslation } from 'react-i18next';
import { nameOf } from '../model';
import { StatusSign } from '../view/StatusSign';
import { Count, Last, type OverviewSectionsProps, Roles, SectionLink } from './cells';

/// One row for each section, where there is room, and on paper.
export function OverviewTable({ planId, columns, sections, rolesInWords }: OverviewSectionsProps) {
  const { t } = useTranslation('plan');
  return (
    <div className="bt-overview__scroll">
      <table className="bt-overview__table">
        <caption className="bt-hidden">{t('overview.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('overview.head.section')}</th>
            <th scope="col">{t('overview.head.status')}</th>
            <th scope="col">{t('overview.head.roles')}</th>
            {columns.map(({ name }) => (
              <th scope="col" key={name}>
                {t(`overview.head.${name}`)}
              </th>
            ))}
            <th scope="col">{t('overview.head.last')}</th>
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => (
            <tr key={section.id} className={`bt-overview__row--${section.level}`}>
              <th scope="row" aria-label={nameOf(section)}>
                <SectionLink planId={planId} section={section} />
              </th>
              <td>
                <StatusSign status={section.status} />
              </td>
              <td>
                <Roles planId={planId} section={section} rolesInWords={rolesInWords} />
              </td>
              {columns.map((column) => (
                <td key={column.name}>
                  <Count planId={planId} section={section} column={column} />
                </td>
              ))}
              <td>
                <Last planId={planId} section={section} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
