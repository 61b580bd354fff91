import './discussion.css';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../api';
import { usePlanEvents } from '../collab';
import { type SheetContext, type SheetExtra, settleCaret } from '../editor';
import { fetchThreads } from './api';
import { type Begun, begin } from './begun';
import { readDraft } from './drafts';
import { inOrder, type Placed, type Thread } from './model';
import { placesIn, showMarks, ThreadMarks, threadAt } from './threadMarks';
import { Panel } from './view/Panel';

/// Stands in addresses.
const panelId = 'opmerkingen';

const noThreads: readonly Thread[] = [];

/// Threads on the sheet of a section: their words in the text, and the panel beside it.
export function useDiscussion(context: SheetContext): SheetExtra {
  const { plan, section, user, connected, editor, panel, openPanel } = context;
  const { t } = useTranslation('discussion');
  const { state, again } = useLoaded(section.id, fetchThreads);
  const threads = state.kind === 'loaded' ? state.value.items : noThreads;
  const [active, setActive] = useOfSection<string>(section.id);
  const [begun, setBegun] = useOfSection<Begun>(section.id);
  const [round, placedAnew] = useReducer((count: number) => count + 1, 0);
  usePlanEvents(plan.id, connected, (event) => {
    const here = event.kind === 'discussion-changed' && event.section === section.id;
    if (here || event.kind === 'joined' || event.kind === 'roles-changed') {
      again();
    }
  });

  const pointed = useRef<(id: string) => void>(() => {});
  pointed.current = (id) => {
    setActive(id);
    openPanel(panelId);
  };
  const extensions = useMemo(
    () => [ThreadMarks.configure({ onPoint: (id) => pointed.current(id), onPlaced: placedAnew })],
    [],
  );

  useEffect(() => {
    if (editor !== undefined && !editor.isDestroyed) {
      showMarks(editor.view, {
        threads: threads.flatMap(({ id, anchor, quote, resolved }) =>
          anchor && (resolved === undefined || id === active) ? [{ id, anchor, quote }] : [],
        ),
        active,
        draft: begun?.choice.anchor,
      });
    }
  }, [editor, threads, active, begun]);

  const start = useRef<(fromText: boolean) => void>(() => {});
  start.current = (fromText) => {
    if (state.kind !== 'loaded' || !state.value.mayComment) {
      openPanel(panelId);
      return;
    }
    if (editor !== undefined && !editor.isDestroyed) {
      settleCaret(editor.view);
    }
    const at = editor?.state.selection;
    const here = fromText && editor && at?.empty ? threadAt(editor.state, at.head) : undefined;
    if (here !== undefined) {
      pointed.current(here);
      focusSoon(`[data-bt-thread="${here}"]`);
      return;
    }
    setActive(undefined);
    setBegun(begin(editor, fromText));
    openPanel(panelId);
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted = event.ctrlKey && event.altKey && event.code === 'KeyM';
      if (wanted && !event.getModifierState('AltGraph')) {
        event.preventDefault();
        start.current(true);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  // Words that were begun before a reload stand there again.
  const draft = readDraft(user.memberId, `section/${section.id}`);
  useEffect(() => {
    if (panel === panelId && draft !== '' && begun === undefined) {
      setBegun(begin(editor, false));
    }
  }, [panel, draft, begun, editor, setBegun]);

  // Not at each keystroke: their order stays, and `round` tells when they were looked for anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the round stands for the places.
  const placed = useMemo(
    () => placedOf(threads, editor ? placesIn(editor.state) : new Map(), editor !== undefined),
    [threads, editor, round],
  );
  const going = useRef<(id: string) => void>(() => {});
  going.current = (id) => {
    setActive(id);
    const place = editor && placesIn(editor.state).get(id);
    if (editor === undefined || place === undefined) {
      return;
    }
    editor.view.dom.querySelector(`mark[data-thread="${id}"]`)?.scrollIntoView({ block: 'center' });
    if (editor.isEditable) {
      editor.chain().setTextSelection(place.to).focus(null, { scrollIntoView: false }).run();
    }
  };
  const goTo = useCallback((id: string) => going.current(id), []);
  const look = useCallback((id: string) => setActive(id === '' ? undefined : id), [setActive]);
  return {
    extensions,
    panel: {
      id: panelId,
      label: t('panel'),
      icon: 'comment',
      count: threads.filter(({ resolved }) => resolved === undefined).length,
      content: () => (
        <Panel
          key={section.id}
          planId={plan.id}
          sectionId={section.id}
          memberId={user.memberId}
          state={state}
          placed={placed}
          active={active}
          begun={begun}
          onBegin={() => start.current(false)}
          onChoose={(choice) => setBegun(begun && { ...begun, choice })}
          onMade={(id) => {
            setBegun(undefined);
            setActive(id);
            again();
            focusSoon(`[data-bt-thread="${id}"]`);
          }}
          onCancel={() => {
            setBegun(undefined);
            editor?.commands.focus(null, { scrollIntoView: false });
          }}
          onActive={look}
          onGoTo={goTo}
          again={again}
        />
      ),
    },
  };
}

/// A value that belongs to one section and is absent in the next.
function useOfSection<Value>(
  sectionId: string,
): [Value | undefined, (value: Value | undefined) => void] {
  const [held, setHeld] = useState<{ sectionId: string; value: Value | undefined }>();
  const set = useRef((value: Value | undefined) => setHeld({ sectionId, value }));
  set.current = (value) => setHeld({ sectionId, value });
  const [setter] = useState(() => (value: Value | undefined) => set.current(value));
  return [held?.sectionId === sectionId ? held.value : undefined, setter];
}

function placedOf(
  threads: readonly Thread[],
  places: ReadonlyMap<string, { from: number; to: number }>,
  known: boolean,
): readonly Placed[] {
  return inOrder(
    threads.map((thread): Placed => {
      if (thread.anchor === undefined) {
        return { thread, place: { kind: 'whole' } };
      }
      const at = places.get(thread.id);
      if (at !== undefined) {
        return { thread, place: { kind: 'here', ...at } };
      }
      // Words of what is resolved are not looked for; those of others are gone once one looked.
      const looked = known && thread.resolved === undefined;
      return { thread, place: looked ? { kind: 'gone' } : { kind: 'here', from: 0, to: 0 } };
    }),
  );
}

/// Once it is on the page, a few frames from now at most.
function focusSoon(selector: string, tries = 30): void {
  const found = document.querySelector<HTMLElement>(selector);
  if (found !== null) {
    found.focus();
  } else if (tries > 0) {
    requestAnimationFrame(() => focusSoon(selector, tries - 1));
  }
}
