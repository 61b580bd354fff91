import './outline.css';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type PlanEvent, usePlanEvents } from '../../collab';
import { Alert, Button, Heading, useFocusOnArrival, useTitle } from '../../ui';
import { type Plan, pathOf, type Section } from '../model';
import { AddSection } from '../view/AddSection';
import { failureText } from '../view/failure';
import { useHelp } from '../view/RightsLine';
import { Chosen } from './Chosen';
import type { Direction } from './moves';
import { OffList } from './OffList';
import { moving, numbering, switchingOff } from './steps';
import { type OutlineEdit, useOutlineEdit } from './useOutlineEdit';

export interface OutlinePageProps {
  plan: Plan;
  /// True once the plan can be followed live.
  connected: boolean;
  /// The plan may have changed: ask for it again.
  onPlanChanged: () => void;
}

const mayChangePlan: ReadonlySet<PlanEvent['kind']> = new Set([
  'joined',
  'left',
  'plan-changed',
  'roles-changed',
]);

/// Where who leads a plan orders, names and numbers its sections, and switches them off and on.
export function OutlinePage({ plan, connected, onPlanChanged }: OutlinePageProps) {
  const { t } = useTranslation('plan');
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('arrange.tab', { plan: plan.title }));
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (mayChangePlan.has(kind)) {
      onPlanChanged();
    }
  });
  return (
    <div className="bt-page bt-arrange">
      <Heading level={1} size={2} ref={heading}>
        {t('arrange.title')}
      </Heading>
      {plan.mayCoordinate ? (
        <Arranging plan={plan} onPlanChanged={onPlanChanged} />
      ) : (
        <NotMine plan={plan} />
      )}
    </div>
  );
}

function NotMine({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plan');
  const help = useHelp(plan.coordinators);
  return (
    <>
      <p className="bt-lead">{`${t('arrange.notMine')} ${help}`.trim()}</p>
      <p>
        <Link className="nl-link bt-link" to={pathOf(plan.id)}>
          {t('arrange.toPlan')}
        </Link>
      </p>
    </>
  );
}

function Arranging({ plan: given, onPlanChanged }: Omit<OutlinePageProps, 'connected'>) {
  const { t } = useTranslation('plan');
  const edit = useOutlineEdit(given, onPlanChanged);
  const { plan } = edit;
  const [wanted, setWanted] = useState(plan.sections[0]?.id);
  // What was chosen may be gone by now: its neighbour is chosen then.
  const place = usePlace(plan.sections, wanted);
  const list = useRef<HTMLDivElement>(null);
  // Where the focus goes from what is gone.
  const toList = () => list.current?.focus();
  const chosen = plan.sections[place];
  return (
    <>
      <p>{t('arrange.lead')}</p>
      <div className="bt-arrange__acts">
        <AddSection
          planId={plan.id}
          onAdded={(fresh) => {
            setWanted(fresh.id);
            onPlanChanged();
          }}
        />
        <Button kind="subtle" onClick={() => edit.act(numbering(t))}>
          {t('arrange.number')}
        </Button>
        <Link className="nl-link bt-link bt-arrange__done" to={pathOf(plan.id)}>
          {t('arrange.toPlan')}
        </Link>
      </div>
      <div className="bt-arrange__table">
        <SectionList list={list} edit={edit} chosen={chosen} onChoose={setWanted} />
        <div className="bt-arrange__side">
          <Note edit={edit} onGone={toList} />
          {chosen ? <Chosen key={chosen.id} edit={edit} section={chosen} onGone={toList} /> : null}
        </div>
      </div>
      <OffList
        edit={edit}
        onSwitchedOn={(id) => {
          setWanted(id);
          toList();
        }}
      />
    </>
  );
}

/// The place of the section, or the one it had before it went.
function usePlace(sections: readonly Section[], id: string | undefined): number {
  const found = sections.findIndex((each) => each.id === id);
  const last = useRef(0);
  useEffect(() => {
    if (found >= 0) {
      last.current = found;
    }
  }, [found]);
  return found >= 0 ? found : Math.min(last.current, sections.length - 1);
}

/// What the last change came to, and the way back from it.
function Note({ edit, onGone }: { edit: OutlineEdit; onGone: () => void }) {
  const { t } = useTranslation('plan');
  const { failure, mayUndo } = edit;
  const button = useRef<HTMLButtonElement>(null);
  const undo = () => {
    edit.undo(t('arrange.undone'));
    if (document.activeElement === button.current) {
      onGone();
    }
  };
  return (
    <div className="bt-arrange__note">
      {failure ? (
        <Alert kind="error" title={t('arrange.failed')} urgent>
          <p>{failureText(t, failure)}</p>
        </Alert>
      ) : null}
      <p role="status">{edit.note}</p>
      {mayUndo ? (
        <Button ref={button} icon="undo" onClick={undo}>
          {t('arrange.undo')}
        </Button>
      ) : null}
    </div>
  );
}

interface SectionListProps {
  list: RefObject<HTMLDivElement | null>;
  edit: OutlineEdit;
  chosen: Section | undefined;
  onChoose: (id: string) => void;
}

/// All sections that are switched on, one of them chosen. Steered with the arrow keys.
function SectionList({ list, edit, chosen, onChoose }: SectionListProps) {
  const { t } = useTranslation('plan');
  const hint = useId();
  const { sections } = edit.plan;
  const at = sections.findIndex((each) => each.id === chosen?.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place counts, too.
  useEffect(() => {
    const option = list.current?.querySelector('[aria-selected="true"]');
    if (document.activeElement === list.current) {
      option?.scrollIntoView({ block: 'nearest' });
    }
  }, [chosen?.id, at]);
  const choose = (place: number) => {
    const next = sections[Math.max(0, Math.min(place, sections.length - 1))];
    if (next) {
      onChoose(next.id);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const deed = deedOf(event);
    if (deed === undefined || chosen === undefined) {
      return;
    }
    event.preventDefault();
    switch (deed) {
      case 'up':
      case 'down':
        edit.act(moving(t, chosen.id, deed));
        break;
      case 'off':
        edit.act(switchingOff(t, chosen.id, ''));
        break;
      case 'name':
        document.querySelector<HTMLInputElement>('.bt-chosen input')?.focus();
        break;
      case 'undo':
        edit.undo(t('arrange.undone'));
        break;
      default:
        choose(deed === 'first' ? 0 : deed === 'last' ? sections.length : at + deed);
    }
  };
  return (
    <div className="bt-arrange__list">
      <p className="bt-arrange__keys" id={hint}>
        {t('arrange.keys')}
      </p>
      <div
        ref={list}
        className="bt-choices"
        role="listbox"
        tabIndex={0}
        aria-label={t('arrange.list')}
        aria-describedby={hint}
        aria-activedescendant={chosen ? optionId(chosen) : undefined}
        onKeyDown={onKey}
      >
        {sections.map((section) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
          <div
            key={section.id}
            id={optionId(section)}
            role="option"
            tabIndex={-1}
            className={`bt-choice bt-choice--${section.level}`}
            aria-selected={section.id === chosen?.id}
            onClick={() => {
              onChoose(section.id);
              list.current?.focus();
            }}
          >
            <span className="bt-choice__number">{section.number}</span>
            <span>{section.title}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function optionId({ id }: Section): string {
  return `paragraaf-${id}`;
}

type Deed = Direction | 'off' | 'name' | 'undo' | 'first' | 'last' | 1 | -1;

function deedOf(event: KeyboardEvent): Deed | undefined {
  const { key, altKey, ctrlKey, metaKey } = event;
  if ((ctrlKey || metaKey) && key === 'z') {
    return 'undo';
  }
  if (ctrlKey || metaKey) {
    return undefined;
  }
  const step = { ArrowUp: -1, ArrowDown: 1 } as const;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    return altKey ? (key === 'ArrowUp' ? 'up' : 'down') : step[key];
  }
  const deeds: Readonly<Record<string, Deed>> = {
    Home: 'first',
    End: 'last',
    Delete: 'off',
    F2: 'name',
    Enter: 'name',
  };
  return altKey ? undefined : deeds[key];
}
