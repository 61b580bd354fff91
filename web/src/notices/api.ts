import { nothing, request } from '../api';
import {
  type NoticePage,
  type Preferences,
  parseCount,
  parsePage,
  parsePreferences,
} from './model';

const PREFERENCES = '/v1/account/notice-preferences';

export function fetchNotices(before?: string): Promise<NoticePage> {
  const older = before === undefined ? '' : `?before=${encodeURIComponent(before)}`;
  return request('GET', `/v1/notices${older}`, parsePage);
}

export function countUnseen(): Promise<number> {
  return request('GET', '/v1/notices/unseen', parseCount);
}

/// Marks these as seen, or all.
export function markSeen(ids?: readonly string[]): Promise<void> {
  return request('POST', '/v1/notices/seen', nothing, ids === undefined ? {} : { ids });
}

export function fetchPreferences(): Promise<Preferences> {
  return request('GET', PREFERENCES, parsePreferences);
}

export function savePreferences(preferences: Preferences): Promise<Preferences> {
  return request('PUT', PREFERENCES, parsePreferences, preferences);
}
