import './reading.css';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { attribute, type TextNode } from '../../api';
import { type PlanEvent, usePlanEvents } from '../../collab';
import { Alert, Button, Checkbox, Heading, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { nameOf, type Plan, pathOf } from '../model';
import { failureText } from '../view/failure';
import { type NumberedSection, numberedNotes } from './model';
import { type Around, anchorOf, noteId, noteMarkId, Prose } from './Prose';
import { depthsOf, isBlank, isFootnote, notesOf } from './tree';
import { useText } from './useText';

export interface ReadingPageProps {
  plan: Plan;
  /// True once the plan can be followed live.
  connected: boolean;
  /// What stands behind a claim, in a sentence, by the id of its evidence.
  evidenceNote: (id: string) => string | undefined;
}

const mayChangeText: ReadonlySet<PlanEvent['kind']> = new Set([
  'left',
  'plan-changed',
  'roles-changed',
]);

/// The whole plan as it will be in the result, on one page, for reading and for paper.
export function ReadingPage({ plan, connected, evidenceNote }: ReadingPageProps) {
  const { t } = useTranslation('plan');
  const { text, again } = useText(plan.id);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('reading.tab', { plan: plan.title }));
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (mayChangeText.has(kind)) {
      again();
    }
  });
  const [withEvidence, setWithEvidence] = useState(false);
  const evidence = useCallback(
    (node: TextNode) =>
      withEvidence && node.type === 'evidence' ? evidenceNote(attribute(node, 'id')) : undefined,
    [withEvidence, evidenceNote],
  );
  const isNote = useCallback(
    (node: TextNode) => isFootnote(node) || evidence(node) !== undefined,
    [evidence],
  );
  const sections = useMemo(() => numberedNotes(text.sections, isNote), [text.sections, isNote]);
  const hasEvidence = useMemo(
    () =>
      text.sections.some((section) => section.text !== undefined && holdsEvidence(section.text)),
    [text.sections],
  );
  return (
    <article className="bt-reading" aria-labelledby="bt-reading-title">
      <header className="bt-reading__head">
        <p className="bt-reading__town">{plan.municipality}</p>
        <Heading level={1} size={1} ref={heading} id="bt-reading-title">
          {plan.title}
        </Heading>
        {plan.period ? (
          <p className="bt-reading__period">{t('reading.period', { ...plan.period })}</p>
        ) : null}
        <p className="bt-reading__open-hint">{t('reading.hint')}</p>
        <p className="bt-reading__printed">{t('reading.printed', { date: today() })}</p>
        <div className="bt-reading__acts">
          <Button icon="print" busy={!text.whole} onClick={() => window.print()}>
            {t('reading.print')}
          </Button>
          <Link className="nl-link bt-link" to={pathOf(plan.id)}>
            {t('reading.toPlan')}
          </Link>
          {hasEvidence ? (
            <Checkbox
              label={t('reading.evidence')}
              checked={withEvidence}
              onChange={setWithEvidence}
            />
          ) : null}
        </div>
      </header>
      {text.failure ? (
        <Alert kind="error" title={t('reading.failed')} urgent>
          <p>{failureText(t, text.failure)}</p>
          <Button onClick={again}>{t('failure.again')}</Button>
        </Alert>
      ) : (
        <>
          <Contents plan={plan} />
          <Sections plan={plan} sections={sections} isNote={isNote} evidence={evidence} />
          {text.whole ? null : <Skeleton label={t('reading.loading')} lines={8} />}
        </>
      )}
    </article>
  );
}

function today(): string {
  return new Intl.DateTimeFormat(document.documentElement.lang || 'nl', {
    dateStyle: 'long',
  }).format(Date.now());
}

function Contents({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plan');
  return (
    <nav className="bt-reading__contents" aria-label={t('outline.label')}>
      <Heading level={2} size={4}>
        {t('outline.label')}
      </Heading>
      <ol>
        {plan.sections.map((section) => (
          <li key={section.id} className={`bt-reading__line--${section.level}`}>
            <a href={`#${anchorOf(section.key)}`}>
              <span className="bt-reading__number">{section.number}</span>
              <span>{section.title}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function holdsEvidence(node: TextNode): boolean {
  return node.type === 'evidence' || node.content.some(holdsEvidence);
}

interface Shown {
  isNote: (node: TextNode) => boolean;
  evidence: Around['evidence'];
}

interface SectionsProps extends Shown {
  plan: Plan;
  sections: readonly NumberedSection[];
}

function Sections({ plan, sections, isNote, evidence }: SectionsProps) {
  const names = useMemo(
    () => new Map(plan.sections.map((section) => [section.key, section])),
    [plan.sections],
  );
  return sections.map((section) => (
    <OneSection
      key={section.id}
      planId={plan.id}
      section={section}
      sectionName={(key) => names.get(key)}
      isNote={isNote}
      evidence={evidence}
    />
  ));
}

interface OneSectionProps extends Shown {
  planId: string;
  section: NumberedSection;
  sectionName: Around['sectionName'];
}

function OneSection({ planId, section, sectionName, isNote, evidence }: OneSectionProps) {
  const { t } = useTranslation('plan');
  const { text, firstNote, level } = section;
  const notes = useMemo(() => (text === undefined ? [] : notesOf(text, isNote)), [text, isNote]);
  const depths = useMemo(
    () => (text === undefined ? new Map<TextNode, number>() : depthsOf(text)),
    [text],
  );
  const heading = level === 'section' ? 3 : 2;
  const around: Around = {
    heading,
    depth: (node) => depths.get(node) ?? 1,
    evidence,
    noteNumber: (note) => firstNote + notes.indexOf(note),
    sectionName,
  };
  return (
    <section
      id={anchorOf(section.key)}
      className={`bt-reading__section bt-reading__section--${level}`}
      aria-label={nameOf(section)}
    >
      <Heading level={heading}>
        {section.number === '' ? null : (
          <span className="bt-reading__number">{`${section.number} `}</span>
        )}
        {section.title}
      </Heading>
      {text === undefined ? (
        <p>
          {`${t('reading.tooLong')} `}
          <Link className="nl-link bt-link" to={pathOf(planId, section.key)}>
            {t('reading.openSection')}
          </Link>
        </p>
      ) : isBlank(text) ? null : (
        <Prose text={text} around={around} />
      )}
      {notes.length === 0 ? null : <Notes notes={notes} around={around} />}
    </section>
  );
}

function Notes({ notes, around }: { notes: readonly TextNode[]; around: Around }) {
  const { t } = useTranslation('plan');
  const first = notes[0];
  const line = (note: TextNode, number: number): ReactNode => (
    <li key={number} id={noteId(number)}>
      {around.evidence(note) ?? <Prose text={note} around={around} />}{' '}
      <a
        className="bt-reading__back"
        href={`#${noteMarkId(number)}`}
        aria-label={t('reading.noteBack', { number })}
      >
        ↑
      </a>
    </li>
  );
  return (
    <ol className="bt-reading__notes" start={first ? around.noteNumber(first) : 1}>
      {notes.map((note) => line(note, around.noteNumber(note)))}
    </ol>
  );
}
