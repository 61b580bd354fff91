/// The topic lists that talks about a plan can be led along, or one of them.
export function topicListsPathOf(planId: string, listId?: string, version?: number): string {
  const all = `/plannen/${encodeURIComponent(planId)}/gesprekslijsten`;
  if (listId === undefined) {
    return all;
  }
  const one = `${all}/${encodeURIComponent(listId)}`;
  return version === undefined ? one : `${one}?${new URLSearchParams({ versie: `${version}` })}`;
}

/// The figures of a plan.
export function figuresPathOf(planId: string): string {
  return `/plannen/${encodeURIComponent(planId)}/cijfers`;
}
