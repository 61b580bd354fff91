import './fillins.css';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useLoaded } from '../api';
import { usePlanEvents } from '../collab';
import type { SheetContext, SheetExtra } from '../editor';
import { fetchFindings, fetchPlanFillIns, fetchSectionFillIns } from './api';
import { goTo } from './deeds';
import { FillInMarks, type Marks, marksKey } from './fillInMarks';
import { type Example, meterOf, nextOpen, type PlanSection } from './model';
import { isNumberKind } from './numbers';
import { placeParameter, placePathOf } from './paths';
import { placeAt, type TextPlace } from './places';
import { nameOf, usePlaces } from './usePlaces';
import { OpenCount } from './view/OpenCount';
import { Panel } from './view/Panel';

/// Stands in addresses.
const panelId = 'invulplekken';

const noSections: readonly PlanSection[] = [];
const noExamples: readonly Example[] = [];

/// Fill-ins and examples on the sheet: what is said beside them, the keys, the panel, the meters.
export function useFillIns(
  context: SheetContext,
  pathOf: (planId: string, key: string) => string,
): SheetExtra {
  const { plan, section, connected, editor, openPanel } = context;
  const { t } = useTranslation('fillins');
  const navigate = useNavigate();
  const { state, again } = useLoaded(section.id, fetchSectionFillIns);
  const whole = useLoaded(plan.id, fetchPlanFillIns);
  const findings = useLoaded(plan.id, fetchFindings);
  usePlanEvents(plan.id, connected, (event) => {
    const changed = event.kind === 'fill-ins-changed';
    if (changed || event.kind === 'joined' || event.kind === 'roles-changed') {
      whole.again();
      findings.again();
      if (!changed || event.section === section.id) {
        again();
      }
    }
  });
  const sections = whole.state.kind === 'loaded' ? whole.state.value : noSections;
  const found = findings.state.kind === 'loaded' ? findings.state.value : [];
  const rows = state.kind === 'loaded' ? state.value : undefined;
  const places = usePlaces(editor);
  const fillIns = places.list.filter(({ type }) => type === 'fillIn');

  const keys = useRef({ onPanel: () => {}, onBeyond: (_direction: 1 | -1) => false as boolean });
  keys.current = {
    onPanel: () => {
      openPanel(panelId);
      const here = editor && placeAt(editor.state);
      focusSoon(here === undefined ? '.bt-place__name' : handleOf(here));
    },
    onBeyond: (direction) => {
      const order = sections.map(({ id }) => id);
      const next = nextOpen(sections, order, section.id, direction);
      if (next !== undefined) {
        const path = placePathOf(pathOf(plan.id, next.key), direction === 1 ? first : last);
        void navigate(path);
      }
      return next !== undefined;
    },
  };
  const extensions = useMemo(
    () => [
      FillInMarks.configure({
        onPanel: () => keys.current.onPanel(),
        onBeyond: (direction) => keys.current.onBeyond(direction),
      }),
    ],
    [],
  );
  useMarks(editor, rows?.examples ?? noExamples);
  usePlaceOfAddress(editor);

  const resolved = rows?.items.filter((item) => item.state === 'resolved').length ?? 0;
  const total = fillIns.length + resolved;
  const open = fillIns.filter((place) => place.open).length;
  const outline = useCallback(
    (sectionId: string) => {
      const items = sections.find(({ id }) => id === sectionId)?.items ?? [];
      const { filled, total: all } = meterOf(items);
      return all === 0 ? null : <OpenCount open={all - filled} />;
    },
    [sections],
  );
  return {
    extensions,
    facts:
      editor === undefined || total === 0 ? null : (
        <button type="button" className="bt-meter" onClick={() => openPanel(panelId)}>
          {t('meter.section', { count: total, filled: total - open })}
        </button>
      ),
    panel: {
      id: panelId,
      label: t('panel'),
      icon: 'fillIn',
      count: open,
      content: () => (
        <Panel
          key={section.id}
          planId={plan.id}
          sectionId={section.id}
          editor={editor}
          places={places}
          rows={rows}
          failed={state.kind === 'failed'}
          findings={found.filter((each) => each.section === section.id)}
          again={again}
        />
      ),
    },
    outline,
  };
}

const first = 'eerste';
const last = 'laatste';

/// What is first to be used of a place's card, once the caret is known to be in it.
function handleOf(place: TextPlace): string {
  const card = `[data-bt-place="${CSS.escape(nameOf(place))}"][aria-current]`;
  const { type, open, kind, register } = place;
  const asks = (register !== '' && (kind === 'choice' || kind === 'list')) || isNumberKind(kind);
  return type === 'example' || asks || !open
    ? `${card} :is(input, select, :is(.bt-choices, .bt-place__acts) button)`
    : `${card} .bt-place__name`;
}

/// Tells the editor who decided on examples, in the language of the page.
function useMarks(editor: Editor | undefined, examples: readonly Example[]): void {
  const { t, i18n } = useTranslation('fillins');
  useEffect(() => {
    if (editor === undefined || editor.isDestroyed) {
      return;
    }
    const date = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'long' });
    const decided = new Map<string, string>();
    for (const { id, decision, by, at } of examples) {
      if (
        by !== undefined &&
        (decision === 'keep' || decision === 'adapt' || decision === 'drop')
      ) {
        const blanks = {
          state: t(`state.${decision}`),
          name: by.name,
          organisation: by.partner.name,
          when: at === undefined ? '' : date.format(at),
        };
        decided.set(id, by.name === '' ? t('decided.byRemoved', blanks) : t('decided.by', blanks));
      }
    }
    const marks: Marks = {
      decided,
      odd: {
        number: t('input.odd.number'),
        percentage: t('input.odd.percentage'),
        year: t('input.odd.year'),
      },
    };
    editor.view.dispatch(editor.state.tr.setMeta(marksKey, marks));
  }, [editor, examples, t, i18n.language]);
}

/// Puts the caret where the address says, once its text is there.
function usePlaceOfAddress(editor: Editor | undefined): void {
  const [search, setSearch] = useSearchParams();
  const wanted = search.get(placeParameter);
  const places = usePlaces(wanted === null ? undefined : editor);
  useEffect(() => {
    if (wanted === null || editor === undefined || places.list.length === 0) {
      return;
    }
    const open = places.list.filter((place) => place.type === 'fillIn' && place.open);
    const place =
      wanted === first
        ? open.at(0)
        : wanted === last
          ? open.at(-1)
          : places.list.find((each) => nameOf(each) === wanted);
    if (place !== undefined) {
      editor.view.dispatch(goTo(editor.state, place));
      editor.view.focus();
    }
    const rest = new URLSearchParams(search);
    rest.delete(placeParameter);
    setSearch(rest, { replace: true });
  }, [wanted, editor, places, search, setSearch]);
}

/// Once it is on the page, two seconds from now at most.
function focusSoon(selector: string, tries = 120): void {
  const found = document.querySelector<HTMLElement>(selector);
  if (found !== null) {
    found.focus();
  } else if (tries > 0) {
    requestAnimationFrame(() => focusSoon(selector, tries - 1));
  }
}
