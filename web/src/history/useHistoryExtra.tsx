import './history.css';
import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../api';
import { usePlanEvents } from '../collab';
import type { SheetContext, SheetExtra } from '../editor';
import { fetchPast } from './api';
import { FrozenNotice } from './view/FrozenNotice';
import { StatusControl } from './view/StatusControl';
import { VersionsPanel } from './view/VersionsPanel';

const panelId = 'versies';

/// What the past of a section adds to its sheet: its status to change, what is fixed said so, and
/// the panel of its versions.
export function useHistoryExtra(context: SheetContext): SheetExtra {
  const { plan, section, connected, panel, openPanel, reload, editor } = context;
  const { t } = useTranslation('history');
  const { state, again } = useLoaded(section.id, fetchPast);
  usePlanEvents(plan.id, connected, (event) => {
    if (event.kind === 'history-changed' && event.section === section.id) {
      again();
    }
  });
  const open = panel === panelId;
  useEffect(() => {
    // What was written since shows when one looks.
    if (open) {
      again();
    }
  }, [open, again]);
  useBegun(section.status, editor, reload);
  const past = state.kind === 'loaded' ? state.value : undefined;
  const changed = () => {
    again();
    reload();
  };
  return {
    status:
      past !== undefined && past.steps.length > 0 ? (
        <StatusControl key={section.id} section={section} past={past} onChanged={changed} />
      ) : undefined,
    notice:
      section.status === 'fixed' ? (
        <FrozenNotice plan={plan} section={section} past={past} onChanged={changed} />
      ) : undefined,
    panel: {
      id: panelId,
      label: t('panel.label'),
      icon: 'versions',
      content: () => (
        <VersionsPanel
          key={section.id}
          plan={plan}
          section={section}
          editor={editor}
          state={state}
          again={again}
          onLeave={() => openPanel(undefined)}
        />
      ),
    },
  };
}

/// So long after the first keystroke the server has it.
const beginMs = 2500;

/// The first words make a section that is to do a draft, on the server: the plan is asked again.
function useBegun(status: string, editor: Editor | undefined, reload: () => void): void {
  useEffect(() => {
    if (status !== 'todo' || editor === undefined) {
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const typed = () => {
      if (timer === undefined && editor.isFocused) {
        timer = setTimeout(reload, beginMs);
      }
    };
    editor.on('update', typed);
    return () => {
      clearTimeout(timer);
      editor.off('update', typed);
    };
  }, [status, editor, reload]);
}
