import { nothing, request } from '../api';
import {
  base64Of,
  parseSuggestion,
  parseSuggestions,
  type Suggestion,
  type Suggestions,
} from './model';

function path(...parts: readonly string[]): string {
  return `/v1/${parts.map(encodeURIComponent).join('/')}`;
}

export function fetchSuggestions(sectionId: string): Promise<Suggestions> {
  return request('GET', path('sections', sectionId, 'suggestions'), parseSuggestions);
}

export function propose(
  sectionId: string,
  update: Uint8Array,
  reason: string,
): Promise<Suggestion> {
  return request('POST', path('sections', sectionId, 'suggestions'), parseSuggestion, {
    update: base64Of(update),
    ...(reason.trim() !== '' && { reason }),
  });
}

export function accept(id: string): Promise<Suggestion> {
  return request('POST', path('suggestions', id, 'accept'), parseSuggestion, {});
}

export function decline(id: string, reason: string): Promise<Suggestion> {
  return request('POST', path('suggestions', id, 'decline'), parseSuggestion, { reason });
}

export function reopen(id: string): Promise<Suggestion> {
  return request('POST', path('suggestions', id, 'reopen'), parseSuggestion, {});
}

/// Nothing is left of it.
export function withdraw(id: string): Promise<void> {
  return request('POST', path('suggestions', id, 'withdraw'), nothing, {});
}
