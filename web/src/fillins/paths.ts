/// The page with all fill-ins of a plan.
export function fillInsPathOf(planId: string): string {
  return `/plannen/${encodeURIComponent(planId)}/invulplekken`;
}

/// In an address of a section: to which fill-in the caret goes; `eerste` and `laatste` mean the
/// first and last open one.
export const placeParameter = 'plek';

export function placePathOf(sectionPath: string, place: string): string {
  return `${sectionPath}?${new URLSearchParams({ [placeParameter]: place })}`;
}
