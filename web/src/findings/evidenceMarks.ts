import { Extension } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type EvidenceShown, evidenceEvent } from '../editor';

/// What each chip says, by the id of its evidence.
export type ChipTexts = ReadonlyMap<string, EvidenceShown['evidence']>;

interface MarksState {
  texts: ChipTexts;
  shown: DecorationSet;
}

export const chipsKey = new PluginKey<MarksState>('bt-evidence-marks');

export interface EvidenceMarksOptions {
  /// Somebody wants to see what is behind a chip.
  onOpen: (id: string) => void;
}

/// Says on each chip how much is behind it, and hears who wants to see more: by a press, or by
/// Enter while the chip is selected.
export const EvidenceMarks = Extension.create<EvidenceMarksOptions>({
  name: 'evidenceMarks',
  priority: 1100,
  addOptions() {
    return { onOpen: () => {} };
  },
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'evidence') {
          return false;
        }
        this.options.onOpen(String(selection.node.attrs['id'] ?? ''));
        return true;
      },
    };
  },
  addProseMirrorPlugins() {
    const { onOpen } = this.options;
    return [
      new Plugin<MarksState>({
        key: chipsKey,
        state: {
          init: (_config, state) => ({ texts: new Map(), shown: shownIn(state.doc, new Map()) }),
          apply: (tr, value) => {
            const texts = (tr.getMeta(chipsKey) as ChipTexts | undefined) ?? value.texts;
            return texts !== value.texts || tr.docChanged
              ? { texts, shown: shownIn(tr.doc, texts) }
              : value;
          },
        },
        props: {
          decorations: (state) => chipsKey.getState(state)?.shown,
          handleDOMEvents: {
            [evidenceEvent]: (_view, event) => {
              onOpen(String((event as CustomEvent<unknown>).detail));
              return true;
            },
          },
        },
      }),
    ];
  },
});

/// The ids of the chips of a text, in order.
export function chipsIn(doc: PmNode): readonly string[] {
  const ids: string[] = [];
  doc.descendants((node) => {
    const id: unknown = node.type.name === 'evidence' ? node.attrs['id'] : undefined;
    if (typeof id === 'string') {
      ids.push(id);
    }
  });
  return ids;
}

function shownIn(doc: PmNode, texts: ChipTexts): DecorationSet {
  const shown: Decoration[] = [];
  doc.descendants((node, position) => {
    const id: unknown = node.type.name === 'evidence' ? node.attrs['id'] : undefined;
    const evidence = typeof id === 'string' ? texts.get(id) : undefined;
    if (evidence !== undefined) {
      const spec: EvidenceShown = { evidence };
      shown.push(Decoration.node(position, position + node.nodeSize, {}, spec));
    }
  });
  return DecorationSet.create(doc, shown);
}
