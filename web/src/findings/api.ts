import { nothing, request } from '../api';
import {
  type Code,
  type Evidence,
  type EvidenceDetail,
  type Findings,
  type Matrix,
  parseCodes,
  parseEvidence,
  parseEvidenceDetail,
  parseEvidenceList,
  parseFindings,
  parseMade,
  parseMatrix,
  parseReport,
  type Report,
} from './model';

function path(...parts: readonly string[]): string {
  return `/v1/${parts.map(encodeURIComponent).join('/')}`;
}

export function fetchMatrix(planId: string): Promise<Matrix> {
  return request('GET', path('plans', planId, 'notes'), parseMatrix);
}

export function fetchFindings(planId: string): Promise<Findings> {
  return request('GET', path('plans', planId, 'findings'), parseFindings);
}

/// What somebody makes of notes.
export interface FindingWish {
  text: string;
  theme: string | undefined;
  notes: readonly string[];
}

function bodyOf({ text, theme, notes }: FindingWish): Record<string, unknown> {
  return { text, theme: theme ?? null, notes };
}

export function makeFinding(planId: string, wish: FindingWish): Promise<string> {
  return request('POST', path('plans', planId, 'findings'), parseMade, bodyOf(wish));
}

export function changeFinding(id: string, version: number, wish: FindingWish): Promise<string> {
  return request('PUT', path('findings', id), parseMade, { version, ...bodyOf(wish) });
}

export function removeFinding(id: string): Promise<void> {
  return request('DELETE', path('findings', id), nothing);
}

export function makeTheme(planId: string, title: string, description: string): Promise<string> {
  return request('POST', path('plans', planId, 'themes'), parseMade, { title, description });
}

export function changeTheme(
  id: string,
  version: number,
  title: string,
  description: string,
): Promise<string> {
  return request('PUT', path('themes', id), parseMade, { version, title, description });
}

export function removeTheme(id: string): Promise<void> {
  return request('DELETE', path('themes', id), nothing);
}

export function fetchCodes(planId: string): Promise<readonly Code[]> {
  return request('GET', path('plans', planId, 'codes'), parseCodes);
}

export interface CodeWish {
  name: string;
  description: string;
  parent: string | undefined;
}

function codeBody({ name, description, parent }: CodeWish): Record<string, unknown> {
  return { name, description, parent: parent ?? null };
}

export function makeCode(planId: string, wish: CodeWish): Promise<string> {
  return request('POST', path('plans', planId, 'codes'), parseMade, codeBody(wish));
}

export function changeCode(id: string, version: number, wish: CodeWish): Promise<string> {
  return request('PUT', path('codes', id), parseMade, { version, ...codeBody(wish) });
}

export function removeCode(id: string): Promise<void> {
  return request('DELETE', path('codes', id), nothing);
}

/// @param on whether the note has the code from now on
export function setCode(planId: string, note: string, code: string, on: boolean): Promise<void> {
  const of = path('plans', planId, 'notes', note, 'codes', code);
  return on ? request('PUT', of, nothing, {}) : request('DELETE', of, nothing);
}

export function fetchEvidence(planId: string): Promise<readonly Evidence[]> {
  return request('GET', path('plans', planId, 'evidence'), parseEvidenceList);
}

export function fetchEvidenceDetail(id: string): Promise<EvidenceDetail> {
  return request('GET', path('evidence', id), parseEvidenceDetail);
}

export function makeEvidence(
  planId: string,
  section: string,
  of: { finding: string } | { theme: string },
): Promise<Evidence> {
  return request('POST', path('plans', planId, 'evidence'), parseEvidence, { section, ...of });
}

export function fetchReport(planId: string): Promise<Report> {
  return request('GET', path('plans', planId, 'evidence-report'), parseReport);
}

/// Offers other wording of a section, as an update that the server reads.
export function propose(sectionId: string, update: Uint8Array, reason: string): Promise<void> {
  let plain = '';
  for (const byte of update) {
    plain += String.fromCharCode(byte);
  }
  const base64 = btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const of = path('sections', sectionId, 'suggestions');
  return request('POST', of, nothing, { update: base64, reason });
}
