import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { spokenTime } from '../../base/when';
import { PartnerMark } from '../../ui';
import { nameOf, pathOf, rolesPathOf } from '../model';
import type { Column, OverviewSection } from './model';
import { countText } from './words';

export interface OverviewSectionsProps {
  planId: string;
  columns: readonly Column[];
  sections: readonly OverviewSection[];
  rolesInWords: (roles: readonly string[]) => string;
}

interface CellProps {
  planId: string;
  section: OverviewSection;
}

/// Names a section without repeating what everybody can see: for those who hear the page.
function OfSection({ section }: { section: OverviewSection }) {
  const { t } = useTranslation('plan');
  return <span className="bt-hidden">{t('overview.of', { name: nameOf(section) })}</span>;
}

export function SectionLink({ planId, section }: CellProps) {
  const { t } = useTranslation('plan');
  return (
    <Link className="bt-overview__section" to={pathOf(planId, section.key)}>
      <span className="bt-overview__number">{section.number}</span>
      <span>
        {section.title}
        {section.changed ? (
          <span className="bt-outline__new" title={t('outline.changed')}>
            <span className="bt-dot" aria-hidden="true" />
            <span className="bt-hidden">{t('outline.changed')}</span>
          </span>
        ) : null}
      </span>
    </Link>
  );
}

interface RolesProps extends CellProps {
  rolesInWords: (roles: readonly string[]) => string;
}

/// Who has a role here, one's own organisation in words.
export function Roles({ planId, section, rolesInWords }: RolesProps) {
  const { t } = useTranslation('plan');
  if (section.roles.length === 0) {
    return null;
  }
  const mine = section.mine.length === 0 ? '' : rolesInWords(section.mine);
  return (
    <Link className="bt-overview__roles" to={rolesPathOf(planId)}>
      {mine === '' ? null : <span>{t('overview.mine', { roles: mine })}</span>}
      <span className="bt-overview__marks">
        {section.roles.map(({ partner, roles }) => (
          <span key={partner.id} title={`${partner.name}: ${rolesInWords(roles)}`}>
            <PartnerMark size="small" badge={partner.badge} colour={partner.colour} />
            <span className="bt-hidden">{`${partner.name}: ${rolesInWords(roles)}. `}</span>
          </span>
        ))}
      </span>
      <OfSection section={section} />
    </Link>
  );
}

interface CountProps extends CellProps {
  column: Column;
  /// What is counted stands before the number, where no head of a column says so.
  named?: boolean;
}

/// What a feature counts here; leads to it.
export function Count({ planId, section, column, named = false }: CountProps) {
  const { t } = useTranslation('plan');
  const words = countText(t, section, column.name);
  if (words === '') {
    return null;
  }
  const what = `${t(`overview.head.${column.name}`)}: `;
  return (
    <Link
      className="bt-overview__count"
      to={`${pathOf(planId, section.key)}?paneel=${column.panel}`}
    >
      <span className={named ? undefined : 'bt-hidden'}>{what}</span>
      {words}
      <OfSection section={section} />
    </Link>
  );
}

/// When somebody last wrote here, and who.
export function Last({ planId, section }: CellProps) {
  const { t, i18n } = useTranslation('plan');
  const { last } = section;
  if (last === undefined) {
    return null;
  }
  const when = spokenTime(last.atMs, Date.now(), i18n.language, {
    yesterday: (time) => t('save.yesterday', { time }),
  });
  const who =
    last.name === '' && last.partner
      ? t('overview.somebody', { partner: last.partner.name })
      : last.name;
  const full = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short' });
  return (
    <Link
      className="bt-overview__last"
      to={`${pathOf(planId, section.key)}?paneel=versies`}
      title={full.format(last.atMs)}
    >
      {last.partner ? (
        <PartnerMark size="small" badge={last.partner.badge} colour={last.partner.colour} />
      ) : null}
      <span>
        {who === '' ? when : t('overview.last', { when, who })}
        <OfSection section={section} />
      </span>
    </Link>
  );
}
