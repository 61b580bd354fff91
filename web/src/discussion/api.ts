import { nothing, request } from '../api';
import {
  base64Of,
  type Person,
  parsePeople,
  parseThread,
  parseThreads,
  type Thread,
  type Threads,
} from './model';

/// What somebody says, and whom they name.
export interface Words {
  text: string;
  mentions: readonly string[];
}

function path(...parts: readonly string[]): string {
  return `/v1/${parts.map(encodeURIComponent).join('/')}`;
}

export function fetchThreads(sectionId: string): Promise<Threads> {
  return request('GET', path('sections', sectionId, 'threads'), parseThreads);
}

/// Who takes part in the plan.
export function fetchPeople(planId: string): Promise<readonly Person[]> {
  return request('GET', path('plans', planId, 'people'), parsePeople);
}

export function beginThread(
  sectionId: string,
  anchor: { from: Uint8Array; to: Uint8Array } | undefined,
  words: Words,
): Promise<Thread> {
  return request('POST', path('sections', sectionId, 'threads'), parseThread, {
    ...words,
    ...(anchor && { anchor: { from: base64Of(anchor.from), to: base64Of(anchor.to) } }),
  });
}

export function replyTo(threadId: string, words: Words): Promise<Thread> {
  return request('POST', path('threads', threadId, 'comments'), parseThread, words);
}

export function resolveThread(threadId: string, resolved: boolean): Promise<Thread> {
  return request('PUT', path('threads', threadId, 'resolution'), parseThread, { resolved });
}

export function editComment(commentId: string, words: Words): Promise<Thread> {
  return request('PUT', path('comments', commentId), parseThread, words);
}

/// Nothing is left of a thread whose only comment goes.
export function removeComment(commentId: string): Promise<void> {
  return request('DELETE', path('comments', commentId), nothing);
}
