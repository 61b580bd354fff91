import type { TFunction } from 'i18next';
import { type Column, countOf, type OverviewSection } from './model';

type Words = TFunction<'plan'>;

/// What a feature counts in a section, in few words; empty where there is nothing.
export function countText(t: Words, section: OverviewSection, name: Column['name']): string {
  const count = (what: string) => countOf(section, name, what);
  switch (name) {
    case 'fillin': {
      const [open, total] = [count('open'), count('total')];
      if (total === 0) {
        return '';
      }
      return open === 0
        ? t('overview.cell.filled', { total })
        : t('overview.cell.open', { open, total });
    }
    case 'discussion':
      return openOrResolved(t, count('open'), count('resolved'));
    case 'suggestion':
      return openOrResolved(t, count('open'), 0);
    case 'ask':
      return answers
        .filter((what) => count(what) > 0)
        .map((what) => t(`overview.cell.${what}`, { count: count(what) }))
        .join(', ');
  }
}

const answers = ['agree', 'remarks', 'objection', 'notOurs', 'waiting'] as const;

function openOrResolved(t: Words, open: number, resolved: number): string {
  if (open > 0) {
    return t('overview.cell.justOpen', { open });
  }
  return resolved > 0 ? t('overview.cell.resolved', { resolved }) : '';
}
