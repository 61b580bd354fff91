/// The page with the versions of a plan.
export function versionsPathOf(planId: string): string {
  return `/plannen/${encodeURIComponent(planId)}/versies`;
}

/// The page that shows what differs between two moments of a section; now where `to` is left out.
export function differencePathOf(planId: string, key: string, from: string, to?: string): string {
  const query = new URLSearchParams({ paragraaf: key, van: from });
  if (to !== undefined) {
    query.set('tot', to);
  }
  return `${versionsPathOf(planId)}?${query}`;
}
