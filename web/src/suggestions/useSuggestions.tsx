import './suggestions.css';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../api';
import { useKeptWords, usePlanEvents } from '../collab';
import { fitsIn, type SheetContext, type SheetExtra } from '../editor';
import { Button } from '../ui';
import { fetchSuggestions } from './api';
import { readDraft } from './drafts';
import { placesIn, SuggestionMarks, showMarks, suggestionAt } from './marks';
import type { Suggestion } from './model';
import { Panel } from './view/Panel';
import { SuggestMode } from './view/SuggestMode';
import { useSomebody } from './view/words';

/// Stands in addresses.
const panelId = 'voorstellen';

const noSuggestions: readonly Suggestion[] = [];

/// Where somebody writes a suggestion, the lines that it begins with, and the words put aside that
/// those were.
interface Mode {
  sectionId: string;
  lines: readonly string[];
  kept: readonly string[];
}

/// Suggestions on the sheet of a section: what they would change shown in the text, the panel
/// beside it, and the text as an editor for a suggestion of one's own.
export function useSuggestions(context: SheetContext): SheetExtra {
  const { plan, section, user, connected, editor, openPanel, panelCovers } = context;
  const { t } = useTranslation('suggestions');
  const somebody = useSomebody();
  const { state, again } = useLoaded(section.id, fetchSuggestions);
  const loaded = state.kind === 'loaded' ? state.value : undefined;
  const items = loaded?.items ?? noSuggestions;
  const [active, setActive] = useState<string>();
  const [mode, setMode] = useState<Mode>();
  const suggesting = mode?.sectionId === section.id && connected;
  const [, placedAnew] = useReducer((count: number) => count + 1, 0);
  const { kept, drop } = useKeptWords(section.documentId);
  usePlanEvents(plan.id, connected, (event) => {
    // A text that is fixed or reopened changes who may decide.
    const about = event.kind === 'suggestions-changed' || event.kind === 'history-changed';
    const here = about && event.section === section.id;
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
    () => [
      SuggestionMarks.configure({ onPoint: (id) => pointed.current(id), onPlaced: placedAnew }),
    ],
    [],
  );
  const names = useRef(somebody);
  names.current = somebody;
  useEffect(() => {
    if (editor !== undefined && !editor.isDestroyed) {
      showMarks(editor.view, {
        suggestions: items.flatMap(({ id, update, state: where, by }) =>
          update && where === 'open'
            ? [
                {
                  id,
                  update,
                  badge: by.partner.badge,
                  colour: by.partner.colour,
                  name: t('mark', { name: names.current(by) }),
                },
              ]
            : [],
        ),
        active,
        texts: { added: t('markAdded'), struck: t('markStruck') },
      });
    }
  }, [editor, items, active, t]);

  const uncover = () => {
    if (panelCovers) {
      openPanel(undefined);
    }
  };
  const toggle = useRef<() => void>(() => {});
  toggle.current = () => {
    if (suggesting) {
      setMode(undefined);
    } else if (loaded?.mayPropose === true) {
      uncover();
      setMode({ sectionId: section.id, lines: [], kept: [] });
    } else {
      openPanel(panelId);
    }
  };
  const here = useRef<() => void>(() => {});
  here.current = () => {
    const at = editor?.state.selection.head;
    const id =
      (editor && at !== undefined ? suggestionAt(editor.state, at) : undefined) ??
      items.find((each) => each.state === 'open')?.id;
    openPanel(panelId);
    if (id !== undefined) {
      setActive(id);
      focusSoon(`[data-bt-suggestion="${id}"]`);
    }
  };
  useKeys(toggle, here);

  const hasDraft = readDraft(user.memberId, section.id) !== undefined;
  const mayPropose = loaded?.mayPropose === true;
  const lost = kept.filter(({ reason, text }) => reason !== 'sign-out' && text.trim() !== '');
  return {
    extensions,
    acts:
      mayPropose && !suggesting && (section.rights !== 'write' || hasDraft) ? (
        <Button icon="suggestion" onClick={() => toggle.current()}>
          {hasDraft ? t('goOn') : t('begin')}
        </Button>
      ) : undefined,
    notice:
      lost.length > 0 && mayPropose && !suggesting ? (
        <div className="bt-notice">
          <p>{t('kept.text')}</p>
          <Button
            onClick={() =>
              setMode({
                sectionId: section.id,
                lines: lost.flatMap(({ text }) => text.split('\n')),
                kept: lost.map(({ id }) => id),
              })
            }
          >
            {t('kept.send')}
          </Button>
        </div>
      ) : undefined,
    replaced: suggesting ? (
      <SuggestMode
        key={section.id}
        sectionId={section.id}
        documentId={section.documentId}
        user={user}
        sections={plan.sections}
        lines={mode.lines}
        onStop={() => setMode(undefined)}
        onSent={(made) => {
          setMode(undefined);
          mode.kept.forEach(drop);
          again();
          pointed.current(made.id);
          focusSoon(`[data-bt-suggestion="${made.id}"]`);
        }}
      />
    ) : undefined,
    panel: {
      id: panelId,
      label: t('panel'),
      icon: 'suggestion',
      count: items.filter((each) => each.state === 'open').length,
      content: () => (
        <Panel
          key={section.id}
          state={state}
          places={editor && !editor.isDestroyed ? placesIn(editor.state) : undefined}
          active={active}
          hasDraft={hasDraft}
          suggesting={suggesting}
          fits={({ update }) => !editor || !update || fitsIn(editor.state, update)}
          onBegin={() => toggle.current()}
          onActive={setActive}
          onGoTo={(id) => {
            uncover();
            setActive(id);
            editor?.view.dom
              .querySelector(`[data-suggestion="${id}"]`)
              ?.scrollIntoView({ block: 'center' });
            const at = editor && placesIn(editor.state).get(id);
            if (editor?.isEditable && at !== undefined) {
              editor.chain().setTextSelection(at).focus(null, { scrollIntoView: false }).run();
            }
          }}
          again={again}
        />
      ),
    },
  };
}

/// The keys of suggestions, wherever the focus is.
function useKeys(toggle: { current: () => void }, here: { current: () => void }): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.ctrlKey || !event.altKey || event.getModifierState('AltGraph')) {
        return;
      }
      if (event.code === 'KeyS' || event.key === 'Enter') {
        event.preventDefault();
        (event.code === 'KeyS' ? toggle : here).current();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [toggle, here]);
}

/// Once it is on the page and may have the focus, a few frames from now at most.
function focusSoon(selector: string, tries = 60): void {
  const found = document.querySelector<HTMLElement>(selector);
  found?.focus();
  if ((found === null || document.activeElement !== found) && tries > 0) {
    requestAnimationFrame(() => focusSoon(selector, tries - 1));
  }
}
