import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui';
import type { Coordinator, Plan, Section } from '../model';

export interface RightsLineProps {
  plan: Plan;
  section: Section;
  organisation: string;
  /// Roles in the words of the page; empty while they are not known.
  rolesInWords: (roles: readonly string[]) => string;
}

/// What I may do with the section on the sheet, why, and who can help where that is not enough. A
/// change while the section is open is read out once.
export function RightsLine({ plan, section, organisation, rolesInWords }: RightsLineProps) {
  const { t } = useTranslation('plan');
  const right = t(`rights.${section.rights}`);
  // Of what is fixed nobody's role says why.
  const fixed = section.status === 'fixed';
  const roles = fixed ? '' : rolesInWords(section.roles);
  const why =
    roles === ''
      ? t('rights.plain', { right })
      : t('rights.because', { right, partner: organisation, roles });
  const noHelp = fixed || section.rights === 'write' || plan.mayCoordinate;
  const help = useHelp(noHelp ? [] : plan.coordinators);
  const text = `${why} ${help}`.trim();
  return (
    <>
      <span className="bt-paper__rights">{text}</span>
      {section.hidden ? (
        <span className="bt-paper__hidden">
          <Icon name="hidden" />
          {t('rights.hidden')}
        </span>
      ) : null}
      <Announcement section={section.id} rights={section.rights} text={text} />
    </>
  );
}

/// Who can change it: "Noor Hendriksen (Gemeente Demostad) kan dit wijzigen."
export function useHelp(coordinators: readonly Coordinator[]): string {
  const { t } = useTranslation('plan');
  const [first, ...more] = coordinators;
  if (first === undefined) {
    return '';
  }
  return more.length === 0
    ? t('help.one', { ...first })
    : t('help.more', {
        names: coordinators.map((each) => t('help.person', { ...each })).join(', '),
      });
}

interface AnnouncementProps {
  section: string;
  rights: string;
  text: string;
}

function Announcement({ section, rights, text }: AnnouncementProps) {
  const [said, setSaid] = useState('');
  const before = useRef({ section, rights });
  useEffect(() => {
    const last = before.current;
    before.current = { section, rights };
    if (last.section !== section) {
      setSaid('');
    } else if (last.rights !== rights) {
      setSaid(text);
    }
  }, [section, rights, text]);
  return (
    <span className="bt-hidden" role="status">
      {said}
    </span>
  );
}
