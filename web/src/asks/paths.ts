/// The asks of a plan, or one of them.
export function asksPathOf(planId: string, askId?: string): string {
  const all = `/plannen/${encodeURIComponent(planId)}/uitvragen`;
  return askId === undefined ? all : `${all}/${encodeURIComponent(askId)}`;
}

/// The table of what was done with reactions, all of them or those on one section.
export function dispositionsPathOf(planId: string, key?: string): string {
  const all = `/plannen/${encodeURIComponent(planId)}/afdoening`;
  return key === undefined ? all : `${all}?${new URLSearchParams({ paragraaf: key })}`;
}
