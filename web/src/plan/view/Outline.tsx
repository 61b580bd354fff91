import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../ui';
import { type OutlineGroup, outlineOf, type Plan, pathOf, type Section } from '../model';
import { PeopleInSection } from './People';
import { StatusSign } from './StatusSign';

export interface OutlineProps {
  plan: Plan;
  /// The section on the sheet.
  current: Section | undefined;
  /// Documents that are open here, so that who is in them is known.
  open: ReadonlySet<string>;
  onNavigate?: () => void;
  /// What others say of a section, behind its title; each keeps its place.
  marksOf: (section: Section) => readonly ReactNode[];
  /// Ways to elsewhere in the plan, before the sections.
  children?: ReactNode;
}

/// The plan's table of contents: part by part, where one is, how far each section is.
export function Outline({ plan, current, open, onNavigate, marksOf, children }: OutlineProps) {
  const { t } = useTranslation('plan');
  const list = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the section changes.
  useEffect(() => {
    // Only inside the outline's own scroll: the page must not move under a reader.
    const here = list.current?.querySelector<HTMLElement>('[aria-current="page"]');
    const pane = here?.closest<HTMLElement>('[data-bt-scroll]');
    if (here && pane) {
      const top = here.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      if (top < 0 || top > pane.clientHeight - here.clientHeight) {
        pane.scrollTop += top - pane.clientHeight / 3;
      }
    }
  }, [current?.id]);
  const entry = (section: Section) => (
    <OutlineEntry
      plan={plan}
      section={section}
      here={section.id === current?.id}
      open={open.has(section.documentId)}
      onNavigate={onNavigate}
      marks={marksOf(section)}
    />
  );
  return (
    <nav className="bt-outline" aria-label={t('outline.label')} ref={list}>
      <div className="bt-outline__ways">{children}</div>
      {outlineOf(plan.sections).map((group) => (
        <div className="bt-outline__group" key={groupKey(group)}>
          {group.part ? <div className="bt-outline__part">{entry(group.part)}</div> : null}
          {group.part || group.kind === 'part' ? null : (
            <p className="bt-outline__label">{t(`outline.${group.kind}`)}</p>
          )}
          {group.sections.length === 0 ? null : (
            <ul className="bt-outline__list">
              {group.sections.map((section) => (
                <li key={section.id}>{entry(section)}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </nav>
  );
}

function groupKey(group: OutlineGroup): string {
  return group.part?.id ?? group.sections[0]?.id ?? group.kind;
}

interface OutlineEntryProps {
  plan: Plan;
  section: Section;
  here: boolean;
  open: boolean;
  onNavigate: (() => void) | undefined;
  marks: readonly ReactNode[];
}

function OutlineEntry({ plan, section, here, open, onNavigate, marks }: OutlineEntryProps) {
  const { t } = useTranslation('plan');
  return (
    <Link
      to={pathOf(plan.id, section.key)}
      className="bt-outline__link"
      aria-current={here ? 'page' : undefined}
      onClick={onNavigate}
    >
      <span className="bt-outline__number">{section.number}</span>
      <span className="bt-outline__title">
        {section.title}
        {section.changed && !here ? (
          <span className="bt-outline__new" title={t('outline.changed')}>
            <span className="bt-dot" aria-hidden="true" />
            <span className="bt-hidden">{t('outline.changed')}</span>
          </span>
        ) : null}
        {section.hidden ? (
          <span className="bt-outline__closed" title={t('outline.hidden')}>
            <Icon name="hidden" />
            <span className="bt-hidden">{t('outline.hidden')}</span>
          </span>
        ) : null}
        {marks.map((mark, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a slice keeps its place.
          <Fragment key={place}>{mark}</Fragment>
        ))}
        {section.status === 'todo' ? null : <StatusSign status={section.status} />}
      </span>
      {open ? <PeopleInSection documentId={section.documentId} /> : null}
      {section.status === 'todo' ? <StatusSign status={section.status} wordHidden /> : null}
    </Link>
  );
}
