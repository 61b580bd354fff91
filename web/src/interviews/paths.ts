/// The interviews of a plan, or one of them.
export function interviewsPathOf(planId: string, interviewId?: string): string {
  const all = `/plannen/${encodeURIComponent(planId)}/interviews`;
  return interviewId === undefined ? all : `${all}/${encodeURIComponent(interviewId)}`;
}

/// Where an interview is planned, with a partner or a kind of partner.
export function newInterviewPathOf(
  planId: string,
  about: { partner?: string; kind?: string } = {},
): string {
  const query = new URLSearchParams(about).toString();
  return `${interviewsPathOf(planId)}/nieuw${query === '' ? '' : `?${query}`}`;
}
