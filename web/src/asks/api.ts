import { nothing, request } from '../api';
import {
  type Ask,
  type AskList,
  type Outcome,
  parseAsk,
  parseAsks,
  parseReactions,
  parseSignOffs,
  parseTable,
  type ReactionTable,
  type SignOffs,
  type Table,
  type Verdict,
} from './model';

function path(...parts: readonly string[]): string {
  return `/v1/${parts.map(encodeURIComponent).join('/')}`;
}

/// Open asks to my organisation, in all plans.
export function fetchMyAsks(): Promise<AskList> {
  return request('GET', path('asks'), parseAsks);
}

export function fetchAsks(planId: string): Promise<AskList> {
  return request('GET', path('plans', planId, 'asks'), parseAsks);
}

export function fetchAsk(askId: string): Promise<Ask> {
  return request('GET', path('asks', askId), parseAsk);
}

/// What a coordinator wants to know, of whom, by when.
export interface Wish {
  title: string;
  letter: string;
  due: string;
  sections: readonly string[];
  partners: readonly string[];
}

export function makeAsk(planId: string, wish: Wish): Promise<Ask> {
  return request('POST', path('plans', planId, 'asks'), parseAsk, wish);
}

export function changeAsk(askId: string, due: string, closed: boolean): Promise<Ask> {
  return request('PUT', path('asks', askId), parseAsk, { due, closed });
}

export function remind(askId: string): Promise<Ask> {
  return request('POST', path('asks', askId, 'reminders'), parseAsk, {});
}

export function giveAnswer(
  askId: string,
  sectionId: string,
  verdict: Verdict,
  text: string,
): Promise<Ask> {
  const of = path('asks', askId, 'sections', sectionId, 'answer');
  return request('PUT', of, parseAsk, { verdict, text });
}

/// Who has a role where, to know whom to ask.
export function fetchTable(planId: string): Promise<Table> {
  return request('GET', path('plans', planId, 'roles'), parseTable);
}

export function fetchReactions(planId: string): Promise<ReactionTable> {
  return request('GET', path('plans', planId, 'dispositions'), parseReactions);
}

/// Where the table is found as CSV.
export function csvPathOf(planId: string): string {
  return path('plans', planId, 'dispositions', 'export');
}

/// @param outcome absent takes the decision away
export function decide(
  sectionId: string,
  kind: string,
  subject: string,
  outcome: Outcome | undefined,
  reason: string,
): Promise<void> {
  const of = path('sections', sectionId, 'dispositions', subject);
  return request('PUT', of, nothing, { kind, outcome: outcome ?? null, reason });
}

export function fetchSignOffs(sectionId: string): Promise<SignOffs> {
  return request('GET', path('sections', sectionId, 'sign-offs'), parseSignOffs);
}

/// @param sha256 the mark of the text that was seen
export function signOff(sectionId: string, sha256: string): Promise<SignOffs> {
  return request('POST', path('sections', sectionId, 'sign-offs'), parseSignOffs, { sha256 });
}

export function withdraw(signOffId: string, reason: string): Promise<void> {
  return request('POST', path('sign-offs', signOffId, 'withdrawal'), nothing, { reason });
}
