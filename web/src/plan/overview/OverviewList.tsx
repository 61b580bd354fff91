import { useTranslation } from 'react-i18next';
import { StatusSign } from '../view/StatusSign';
import { Count, Last, type OverviewSectionsProps, Roles, SectionLink } from './cells';
import type { OverviewSection } from './model';
import { countText } from './words';

/// The sections under each other, where there is no room for a table.
export function OverviewList({ planId, columns, sections, rolesInWords }: OverviewSectionsProps) {
  const { t } = useTranslation('plan');
  const has = (section: OverviewSection) =>
    columns.filter(({ name }) => countText(t, section, name) !== '');
  return (
    <ul className="bt-overview__list">
      {sections.map((section) => (
        <li key={section.id} className="bt-overview__item">
          <p className="bt-overview__first">
            <SectionLink planId={planId} section={section} />
            <StatusSign status={section.status} />
          </p>
          <Roles planId={planId} section={section} rolesInWords={rolesInWords} />
          {has(section).length === 0 ? null : (
            <ul className="bt-overview__counts">
              {has(section).map((column) => (
                <li key={column.name}>
                  <Count planId={planId} section={section} column={column} named />
                </li>
              ))}
            </ul>
          )}
          <Last planId={planId} section={section} />
        </li>
      ))}
    </ul>
  );
}
