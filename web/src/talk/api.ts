import { ApiError, asApiError, request } from '../api';
import { forgetTalk, keepTalk, keptTalk } from './kept';
import { type Figure, parseFigures, parseTalk, type Talk } from './model';

function path(...parts: readonly string[]): string {
  return `/v1/${parts.map(encodeURIComponent).join('/')}`;
}

/// The interview as the server has it, or as this browser kept it where there is no network.
export async function fetchTalk(member: string, id: string): Promise<Talk> {
  try {
    const talk = await request('GET', path('interviews', id), parseTalk);
    if (talk.documentId === undefined) {
      forgetTalk(member, id);
    } else {
      keepTalk(member, talk);
    }
    return talk;
  } catch (cause) {
    const error = asApiError(cause);
    const kept = error.kind === 'unreachable' ? keptTalk<Talk>(member, id) : undefined;
    if (kept !== undefined) {
      return kept;
    }
    if (error.status === 404) {
      forgetTalk(member, id);
    }
    throw error;
  }
}

/// The figures that were chosen for an interview.
export async function fetchFigures(member: string, talk: Talk): Promise<readonly Figure[]> {
  if (talk.figures.length === 0) {
    return [];
  }
  const key = `${talk.id}/figures`;
  try {
    const all = await request('GET', path('plans', talk.planId, 'figures'), parseFigures);
    const chosen = all.filter(({ id }) => talk.figures.includes(id));
    keepTalk(member, { id: key, figures: chosen });
    return chosen;
  } catch (cause) {
    if (cause instanceof ApiError && cause.kind === 'unreachable') {
      return keptTalk<{ figures: readonly Figure[] }>(member, key)?.figures ?? [];
    }
    throw cause;
  }
}

/// Begins the talk: from now on the clock runs.
export function begin(talk: Talk): Promise<void> {
  const body = { version: talk.version, state: 'running' };
  return request('PUT', path('interviews', talk.id, 'state'), () => {}, body);
}
