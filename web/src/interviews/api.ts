import { nothing, request } from '../api';
import {
  type Confidentiality,
  type CoreTeam,
  type Figure,
  type Interview,
  type InterviewList,
  type InterviewState,
  type ListName,
  type Person,
  parseCoreTeam,
  parseFigures,
  parseInterview,
  parseInterviews,
  parseLists,
  parsePeople,
  parseTable,
  parseWhole,
  type Table,
  type WholeInterview,
} from './model';

function path(...parts: readonly string[]): string {
  return `/v1/${parts.map(encodeURIComponent).join('/')}`;
}

export function fetchInterviews(planId: string): Promise<InterviewList> {
  return request('GET', path('plans', planId, 'interviews'), parseInterviews);
}

export function fetchInterview(interviewId: string): Promise<WholeInterview> {
  return request('GET', path('interviews', interviewId), parseWhole);
}

/// What is planned. With a partner, its name and kind are those at the table.
export interface Wish {
  partner: string | null;
  organisation: string;
  partnerKind: string;
  function: string;
  place: string;
  at: number | null;
  minutes: number;
  experiment: boolean;
  figures: readonly string[];
  confidentiality: Confidentiality;
  interviewers: readonly string[];
  noteTakers: readonly string[];
  /// Null keeps the list there is.
  list: string | null;
}

export function planInterview(planId: string, wish: Wish): Promise<Interview> {
  return request('POST', path('plans', planId, 'interviews'), parseInterview, wish);
}

export function changeInterview({ id, version }: Interview, wish: Wish): Promise<Interview> {
  return request('PUT', path('interviews', id), parseInterview, { version, ...wish });
}

export function moveInterview(
  { id, version }: Interview,
  state: InterviewState,
): Promise<Interview> {
  return request('PUT', path('interviews', id, 'state'), parseInterview, { version, state });
}

export function nameRespondent(
  { id, version }: Interview,
  respondent: { name: string; email: string },
): Promise<Interview> {
  return request('PUT', path('interviews', id, 'respondent'), parseInterview, {
    version,
    ...respondent,
  });
}

/// Invites by mail who takes part and was not invited yet, and the respondent if that is wanted.
export function invite({ id, version }: Interview, respondent: boolean): Promise<Interview> {
  return request('POST', path('interviews', id, 'invitation'), parseInterview, {
    version,
    respondent,
  });
}

/// Where the appointment is found as a calendar file.
export function calendarPathOf({ id }: Interview): string {
  return path('interviews', id, 'calendar');
}

export function fetchCoreTeam(planId: string): Promise<CoreTeam> {
  return request('GET', path('plans', planId, 'core-team'), parseCoreTeam);
}

export function joinCoreTeam(planId: string, memberId: string): Promise<void> {
  return request('PUT', path('plans', planId, 'core-team', memberId), nothing, {});
}

export function leaveCoreTeam(planId: string, memberId: string): Promise<void> {
  return request('DELETE', path('plans', planId, 'core-team', memberId), nothing);
}

/// Who can lead a talk or write along.
export function fetchPeople(planId: string): Promise<readonly Person[]> {
  return request('GET', path('plans', planId, 'people'), parsePeople);
}

export function fetchTable(): Promise<Table> {
  return request('GET', path('partners'), parseTable);
}

export function fetchFigures(planId: string): Promise<readonly Figure[]> {
  return request('GET', path('plans', planId, 'figures'), parseFigures);
}

export function fetchLists(): Promise<readonly ListName[]> {
  return request('GET', path('topic-lists'), parseLists);
}
