import { Fragment, type ReactNode, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PresenceUser, SaveState } from '../../collab';
import { SectionEditor, type SectionEditorProps, type SheetExtra } from '../../editor';
import { Heading, Icon, Skeleton, useFocusOnArrival } from '../../ui';
import { nameOf, neighboursOf, type Plan, partOf, pathOf, type Section } from '../model';
import { RightsLine } from './RightsLine';
import { StatusSign } from './StatusSign';

/// The version of the schema that this app's editor writes. A plan in a newer one is shown, not
/// edited, so that nothing unknown is deleted.
const SCHEMA_VERSION = 2;

export interface SheetProps {
  plan: Plan;
  section: Section;
  user: PresenceUser;
  connected: boolean;
  rolesInWords: (roles: readonly string[]) => string;
  onState: (documentId: string, state: SaveState) => void;
  /// The server's word on the right to write differs from the plan's: one of the two is old.
  onOldRights: () => void;
  onOpenSection: (key: string) => void;
  /// What other slices add to this sheet.
  extras: readonly SheetExtra[];
  onEditor: SectionEditorProps['onEditor'];
}

/// One section on its sheet of paper: number, title, status and text.
export function Sheet(props: SheetProps) {
  const { plan, section, user, connected, onState, onOldRights, onOpenSection, extras } = props;
  const { t } = useTranslation('plan');
  const part = partOf(plan, section);
  const sections = useMemo(
    () => plan.sections.map(({ key, number, title }) => ({ key, number, title })),
    [plan.sections],
  );
  const { documentId } = section;
  const latest = useRef(extras);
  latest.current = extras;
  const extensions = useCallback(
    () => latest.current.flatMap((extra) => extra.extensions ?? []),
    [],
  );
  const replaced = extras.find((extra) => extra.replaced !== undefined)?.replaced;
  const status = extras.find((extra) => extra.status !== undefined)?.status;
  const stateOfThis = useCallback(
    (state: SaveState) => onState(documentId, state),
    [documentId, onState],
  );
  const rights = useRef(section.rights);
  rights.current = section.rights;
  const rightOfThis = useCallback(
    (mayWrite: boolean) => {
      if (mayWrite !== (rights.current === 'write')) {
        onOldRights();
      }
    },
    [onOldRights],
  );
  return (
    <>
      <article className="bt-paper" aria-label={nameOf(section)}>
        <header className="bt-paper__head">
          <p className="bt-paper__part">{part ? nameOf(part) : plan.title}</p>
          <SheetTitle key={section.id} section={section} />
          <div className="bt-paper__facts">
            {status ?? <StatusSign status={section.status} />}
            <RightsLine
              plan={plan}
              section={section}
              organisation={user.organisation}
              rolesInWords={props.rolesInWords}
            />
            <Added parts={extras.map((extra) => extra.facts)} />
          </div>
          {extras.some((extra) => extra.acts) ? (
            <div className="bt-paper__acts">
              <Added parts={extras.map((extra) => extra.acts)} />
            </div>
          ) : null}
        </header>
        <Added parts={extras.map((extra) => extra.notice)} />
        {replaced !== undefined ? (
          replaced
        ) : connected ? (
          <SectionEditor
            documentId={documentId}
            user={user}
            readOnly={section.rights !== 'write' || plan.schemaVersion > SCHEMA_VERSION}
            sections={sections}
            onState={stateOfThis}
            onRight={rightOfThis}
            onOpenSection={onOpenSection}
            label={nameOf(section)}
            extensions={extensions}
            onEditor={props.onEditor}
          />
        ) : (
          <Skeleton label={t('plan.loading')} lines={8} />
        )}
        <Added parts={extras.map((extra) => extra.foot)} />
      </article>
      <Steps plan={plan} section={section} />
    </>
  );
}

/// The parts in the order of the slices, which never changes.
function Added({ parts }: { parts: readonly ReactNode[] }) {
  return parts.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a slice keeps its place.
    <Fragment key={place}>{part}</Fragment>
  ));
}

/// Takes the focus when one arrives from another section.
function SheetTitle({ section }: { section: Section }) {
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  return (
    <Heading level={1} size={2} ref={heading}>
      {section.number === '' ? null : (
        <span className="bt-paper__number">{`${section.number} `}</span>
      )}
      {section.title}
    </Heading>
  );
}

function Steps({ plan, section }: { plan: Plan; section: Section }) {
  const { t } = useTranslation('plan');
  const { before, after } = neighboursOf(plan, section);
  return (
    <nav className="bt-steps" aria-label={t('steps.label')}>
      {before ? (
        <Link className="bt-step bt-step--before" to={pathOf(plan.id, before.key)} rel="prev">
          <Icon name="back" />
          <span className="bt-step__text">
            <span className="bt-step__word">{t('steps.before')}</span>
            <span className="bt-step__name">{nameOf(before)}</span>
          </span>
        </Link>
      ) : null}
      {after ? (
        <Link className="bt-step bt-step--after" to={pathOf(plan.id, after.key)} rel="next">
          <span className="bt-step__text">
            <span className="bt-step__word">{t('steps.after')}</span>
            <span className="bt-step__name">{nameOf(after)}</span>
          </span>
          <Icon name="forward" />
        </Link>
      ) : null}
    </nav>
  );
}
