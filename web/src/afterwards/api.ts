import { request } from '../api';
import {
  type Afterwards,
  type Kept,
  type OwnSummary,
  parseAfterwards,
  parseOwnSummary,
} from './model';

function path(interviewId: string, part: string): string {
  return `/v1/interviews/${encodeURIComponent(interviewId)}/${part}`;
}

export function fetchAfterwards(interviewId: string): Promise<Afterwards> {
  return request('GET', path(interviewId, 'afterwards'), parseAfterwards);
}

export function recordBasis(
  interviewId: string,
  version: number,
  basis: string,
  text: string,
): Promise<Afterwards> {
  return request('PUT', path(interviewId, 'basis'), parseAfterwards, { version, basis, text });
}

export function writeSummary(
  interviewId: string,
  version: number,
  text: string,
): Promise<Afterwards> {
  return request('PUT', path(interviewId, 'summary'), parseAfterwards, { version, text });
}

export function sendSummary(interviewId: string, version: number): Promise<Afterwards> {
  return request('POST', path(interviewId, 'summary-link'), parseAfterwards, { version });
}

export function withdrawSummary(interviewId: string): Promise<Afterwards> {
  return request('DELETE', path(interviewId, 'summary-link'), parseAfterwards);
}

export function erase(interviewId: string, kept: readonly Kept[]): Promise<Afterwards> {
  return request('POST', path(interviewId, 'erasure'), parseAfterwards, { kept });
}

/// The token goes in the body, so that it stands in no log.
export function readOwnSummary(token: string): Promise<OwnSummary> {
  return request('POST', '/v1/summary', parseOwnSummary, { token });
}

export function answerOwnSummary(
  token: string,
  agrees: boolean,
  remark: string,
  corrections: readonly string[],
): Promise<OwnSummary> {
  const given = Object.fromEntries(
    corrections.flatMap((text, at) => (text.trim() === '' ? [] : [[String(at), text]])),
  );
  return request('PUT', '/v1/summary', parseOwnSummary, {
    token,
    agrees,
    remark,
    corrections: given,
  });
}
