/// What a page about what interviews taught shows.
export const views = ['matrix', 'codes', 'verslag'] as const;
export type View = (typeof views)[number];

/// Findings of a plan, or another view of them.
export function findingsPathOf(planId: string, view?: View): string {
  const all = `/plannen/${encodeURIComponent(planId)}/bevindingen`;
  return view === undefined ? all : `${all}/${view}`;
}

/// In an address of the matrix: which notes are shown, those with a code or those that no finding
/// rests on.
export const shownParameter = 'toon';
export const unusedOnly = 'ongebruikt';

export function notesPathOf(planId: string, shown: string): string {
  return `${findingsPathOf(planId, 'matrix')}?${new URLSearchParams({ [shownParameter]: shown })}`;
}

/// Stands in addresses: the panel beside a section.
export const panelId = 'onderbouwing';

/// In an address of a section: which finding or theme somebody came to put there.
export const wantedParameter = 'bevinding';

/// A section with the panel open, for a finding or a theme.
export function dropPathOf(sectionPath: string, id?: string): string {
  const search = new URLSearchParams({ paneel: panelId });
  if (id !== undefined) {
    search.set(wantedParameter, id);
  }
  return `${sectionPath}?${search}`;
}

/// An interview that was spoken, with its notes.
export function talkPathOf(planId: string, interviewId: string): string {
  const plan = encodeURIComponent(planId);
  return `/plannen/${plan}/interviews/${encodeURIComponent(interviewId)}/gesprek`;
}

/// Where the codebook is found as a REFI-QDA file.
export function codebookPathOf(planId: string): string {
  return `/v1/plans/${encodeURIComponent(planId)}/codebook-export`;
}

/// Where notes, codes and findings are found as a REFI-QDA project.
export function projectPathOf(planId: string): string {
  return `/v1/plans/${encodeURIComponent(planId)}/project-export`;
}
