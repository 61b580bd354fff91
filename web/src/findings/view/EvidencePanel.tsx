import { NodeSelection } from '@tiptap/pm/state';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api';
import type { SheetContext } from '../../editor';
import type { Evidence } from '../model';
import { Dropping } from './Dropping';
import { EvidenceCard } from './EvidenceCard';
import { Failure } from './Failure';

interface EvidencePanelProps {
  context: SheetContext;
  /// As they stand in the text.
  chips: readonly string[];
  /// That of the whole plan, as far as I may know.
  evidence: readonly Evidence[];
  failed: ApiError | undefined;
  again: () => void;
  /// Another one whenever what is behind may have changed.
  round: number;
  active: string | undefined;
  onActive: (id: string | undefined) => void;
}

/// What the claims of a section rest on, and what could be added.
export function EvidencePanel(props: EvidencePanelProps) {
  const { context, chips, evidence, failed, again, round, active, onActive } = props;
  const { t } = useTranslation('findings');
  const { editor, section, plan } = context;
  const goTo = (id: string) => {
    if (editor === undefined) {
      return;
    }
    let at: number | undefined;
    editor.state.doc.descendants((node, position) => {
      if (at === undefined && node.type.name === 'evidence' && node.attrs['id'] === id) {
        at = position;
      }
    });
    if (at !== undefined) {
      if (context.panelCovers) {
        context.openPanel(undefined);
      }
      const chosen = NodeSelection.create(editor.state.doc, at);
      editor.view.dispatch(editor.state.tr.setSelection(chosen).scrollIntoView());
      editor.view.focus();
    }
  };
  return (
    <div className="bt-evidencePanel">
      <p className="bt-findings__sub">{chips.length === 0 ? t('panel.none') : t('panel.lead')}</p>
      <Failure error={failed} title={t('panel.failed')} again={again} />
      {chips.length === 0 ? null : (
        <ol className="bt-findings__list">
          {chips.map((id, place) => (
            <li key={id}>
              <EvidenceCard
                id={id}
                number={place + 1}
                planId={plan.id}
                summary={evidence.find((each) => each.id === id)}
                round={round}
                open={active === id}
                onOpen={() => onActive(active === id ? undefined : id)}
                onGoTo={() => goTo(id)}
              />
            </li>
          ))}
        </ol>
      )}
      {section.rights === 'read' || editor === undefined ? null : (
        <Dropping context={context} editor={editor} again={again} round={round} />
      )}
    </div>
  );
}
