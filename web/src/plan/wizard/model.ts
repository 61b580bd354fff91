import { listOf, numberOf, recordOf, textOf } from '../../api';
import { type Level, levels } from '../model';

/// A section of a model plan.
export interface TemplateSection {
  key: string;
  number: string;
  title: string;
  level: Level;
}

/// Something to choose from a register.
export interface Choice {
  id: string;
  label: string;
}

/// A model plan, with what can be chosen before a plan is made from it.
export interface TemplateDetail {
  sections: readonly TemplateSection[];
  settings: readonly Choice[];
  groups: readonly Choice[];
}

export function parseTemplate(json: unknown): TemplateDetail {
  const root = recordOf(json);
  return {
    sections: listOf(root, 'sections', (item) => {
      const record = recordOf(item);
      return {
        key: textOf(record, 'key'),
        number: textOf(record, 'number'),
        title: textOf(record, 'title'),
        level: levels[numberOf(record, 'level')] ?? 'section',
      };
    }),
    settings: listOf(root, 'settings', parseChoice),
    groups: listOf(root, 'vulnerable-groups', parseChoice),
  };
}

function parseChoice(json: unknown): Choice {
  const record = recordOf(json);
  return { id: textOf(record, 'id'), label: textOf(record, 'label') };
}

export interface PlanPartner {
  id: string;
  name: string;
  badge: string;
  colour: number;
  kind: string;
  kindLabel: string;
}

/// The partners of the municipality, without itself.
export function parsePartners(json: unknown): readonly PlanPartner[] {
  const all = listOf(recordOf(json), 'items', (item) => {
    const record = recordOf(item);
    return {
      id: textOf(record, 'id'),
      name: textOf(record, 'name'),
      badge: textOf(record, 'badge'),
      colour: numberOf(record, 'colour'),
      kind: textOf(record, 'kind'),
      kindLabel: textOf(record, 'kindLabel'),
    };
  });
  return all.filter(({ kind }) => kind !== 'municipality');
}
