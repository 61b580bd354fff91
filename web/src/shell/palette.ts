import { nameOf, type Plan, type PlanEntry, pathOf } from '../plan';

/// One place to go to.
export interface Target {
  kind: 'section' | 'plan' | 'page';
  name: string;
  path: string;
}

/// Places in the order they are offered: the sections of the open plan, plans, other pages.
export function targetsOf(
  plan: Plan | undefined,
  plans: readonly PlanEntry[],
  pages: readonly Target[],
): readonly Target[] {
  return [
    ...(plan?.sections ?? []).map(
      (section): Target => ({
        kind: 'section',
        name: nameOf(section),
        path: pathOf(plan?.id ?? '', section.key),
      }),
    ),
    ...plans.map((entry): Target => ({ kind: 'plan', name: entry.title, path: pathOf(entry.id) })),
    ...pages,
  ];
}

/// What fits the words: each word must occur; a match at the start of the name goes first.
export function matching(targets: readonly Target[], words: string): readonly Target[] {
  const wanted = plain(words).split(' ').filter(Boolean);
  const fitting = targets.filter((target) => {
    const name = plain(target.name);
    return wanted.every((word) => name.includes(word));
  });
  const first = wanted[0] ?? '';
  const leads = (target: Target) => plain(target.name).startsWith(first);
  return [...fitting.filter(leads), ...fitting.filter((target) => !leads(target))];
}

/// Without accents and capitals, so that "cooperatie" finds "Coöperatie".
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
