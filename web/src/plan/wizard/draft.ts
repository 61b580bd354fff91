import { isRecord } from '../../api';
import type { TemplateSection } from './model';

/// What a new plan is to be, as far as it was said.
export interface Draft {
  title: string;
  /// Years, as they were typed.
  from: string;
  to: string;
  template: string;
  scope: 'whole' | 'part';
  /// Where the subjects of sections stand that are off, by the section's key.
  off: Readonly<Record<string, string>>;
  settings: readonly string[];
  groups: readonly string[];
  /// Partners that do not take part.
  without: readonly string[];
}

export const emptyDraft: Draft = {
  title: '',
  from: '',
  to: '',
  template: '',
  scope: 'whole',
  off: {},
  settings: [],
  groups: [],
  without: [],
};

/// What is wrong with a draft, by the field that it is about.
export type Mistake = 'title' | 'years' | 'off';

const YEAR_MIN = 2000;
const YEAR_MAX = 2100;

export function mistakesOf(draft: Draft, sections: readonly TemplateSection[]): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  if (draft.title.trim() === '') {
    mistakes.push('title');
  }
  if (periodOf(draft) === undefined) {
    mistakes.push('years');
  }
  if (sections.length > 0 && sections.every(({ key }) => isOff(draft, sections, key))) {
    mistakes.push('off');
  }
  return mistakes;
}

/// The years; null where there are none to be, absent where they make no period.
function periodOf({ from, to }: Draft): { from: number; to: number } | null | undefined {
  if (from.trim() === '' && to.trim() === '') {
    return null;
  }
  const [first, last] = [yearOf(from), yearOf(to)];
  return first === undefined || last === undefined || last < first
    ? undefined
    : { from: first, to: last };
}

function yearOf(text: string): number | undefined {
  const year = /^\d{4}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
  return year >= YEAR_MIN && year <= YEAR_MAX ? year : undefined;
}

/// The part that each section stands in, by keys.
function partKeyOf(sections: readonly TemplateSection[], key: string): string | undefined {
  const at = sections.findIndex((each) => each.key === key);
  return sections[at]?.level === 'section'
    ? sections.slice(0, at).findLast(({ level }) => level === 'part')?.key
    : undefined;
}

/// Whether a section is to be off, by itself or with its part.
export function isOff(draft: Draft, sections: readonly TemplateSection[], key: string): boolean {
  return key in draft.off || isOffWithPart(draft, sections, key);
}

export function isOffWithPart(
  draft: Draft,
  sections: readonly TemplateSection[],
  key: string,
): boolean {
  const part = partKeyOf(sections, key);
  return part !== undefined && part in draft.off;
}

/// What a draft asks the server.
export function requestOf(draft: Draft): object {
  return {
    title: draft.title.trim(),
    template: draft.template,
    ...(periodOf(draft) ?? {}),
    ...(draft.scope === 'part' ? { off: draft.off } : {}),
    settings: draft.settings,
    'vulnerable-groups': draft.groups,
    without: draft.without,
  };
}

const storageKey = 'beleidstafel.newPlan';

/// The draft that somebody left in this browser; theirs alone.
export function keptDraft(memberId: string): Draft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return isRecord(kept) && kept['member'] === memberId && isRecord(kept['draft'])
      ? readDraft(kept['draft'])
      : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

export function readDraft(json: Readonly<Record<string, unknown>>): Draft {
  const text = (name: string) => {
    const value = json[name];
    return typeof value === 'string' ? value : '';
  };
  const texts = (name: string) => {
    const value = json[name];
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  };
  const { off } = json;
  return {
    title: text('title'),
    from: text('from'),
    to: text('to'),
    template: text('template'),
    scope: json['scope'] === 'part' ? 'part' : 'whole',
    off: isRecord(off)
      ? Object.fromEntries(Object.entries(off).map(([key, where]) => [key, String(where)]))
      : {},
    settings: texts('settings'),
    groups: texts('groups'),
    without: texts('without'),
  };
}

export function keepDraft(memberId: string, draft: Draft): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ member: memberId, draft }));
  } catch {
    // Without storage nothing is kept: the page works all the same.
  }
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Nothing was kept.
  }
}
