import './evidence.css';
import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../api';
import { usePlanEvents } from '../collab';
import type { SheetContext, SheetExtra } from '../editor';
import { fetchEvidence } from './api';
import { type ChipTexts, chipsIn, chipsKey, EvidenceMarks } from './evidenceMarks';
import type { Evidence } from './model';
import { panelId } from './paths';
import { EvidencePanel } from './view/EvidencePanel';
import { supportText } from './words';

const nothing: readonly Evidence[] = [];

/// Evidence on the sheet of a section: what its chips say, and the panel with what is behind them.
export function useFindingsExtra(context: SheetContext): SheetExtra {
  const { plan, section, connected, editor, openPanel } = context;
  const { t } = useTranslation('findings');
  const { state, again } = useLoaded(plan.id, fetchEvidence);
  const [active, setActive] = useState<string>();
  const [round, setRound] = useState(0);
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (kind === 'findings-changed' || kind === 'roles-changed' || kind === 'joined') {
      again();
      setRound((before) => before + 1);
    }
  });
  const evidence = state.kind === 'loaded' ? state.value : nothing;
  const chips = useChips(editor);
  const opened = useRef<(id: string) => void>(() => {});
  opened.current = (id) => {
    setActive(id);
    openPanel(panelId);
    focusSoon(`[data-bt-evidence="${CSS.escape(id)}"]`);
  };
  const extensions = useMemo(
    () => [EvidenceMarks.configure({ onOpen: (id) => opened.current(id) })],
    [],
  );
  useEffect(() => {
    if (editor !== undefined && !editor.isDestroyed) {
      const texts: ChipTexts = new Map(
        evidence.map((each) => [
          each.id,
          { text: supportText(t, each), withdrawn: each.notes === 0 },
        ]),
      );
      editor.view.dispatch(editor.state.tr.setMeta(chipsKey, texts));
    }
  }, [editor, evidence, t]);
  const gone = chips.filter((id) => evidence.find((each) => each.id === id)?.notes === 0);
  if (chips.length === 0 && section.rights === 'read') {
    return { extensions };
  }
  return {
    extensions,
    panel: {
      id: panelId,
      label: t('panel.label'),
      icon: 'evidence',
      count: gone.length,
      content: () => (
        <EvidencePanel
          key={section.id}
          context={context}
          chips={chips}
          evidence={evidence}
          failed={state.kind === 'failed' ? state.error : undefined}
          again={again}
          round={round}
          active={active}
          onActive={setActive}
        />
      ),
    },
  };
}

/// The ids of the chips on the sheet, each once.
function useChips(editor: Editor | undefined): readonly string[] {
  const [chips, setChips] = useState<readonly string[]>([]);
  useEffect(() => {
    if (editor === undefined) {
      setChips([]);
      return;
    }
    let frame = 0;
    let shown = '';
    const look = () => {
      if (!editor.isDestroyed) {
        const now = [...new Set(chipsIn(editor.state.doc))];
        if (now.join() !== shown) {
          shown = now.join();
          setChips(now);
        }
      }
    };
    const soon = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(look);
      }
    };
    look();
    editor.on('transaction', soon);
    return () => {
      cancelAnimationFrame(frame);
      editor.off('transaction', soon);
    };
  }, [editor]);
  return chips;
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
