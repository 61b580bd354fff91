import { nothing, numberOf, recordOf, request } from '../api';
import {
  type Difference,
  type Past,
  type PlanPast,
  parseDifference,
  parsePast,
  parsePlanPast,
  parseWaiting,
  type Status,
  type Waiting,
} from './model';

const sectionPath = (id: string) => `/v1/sections/${encodeURIComponent(id)}`;
const planPath = (id: string) => `/v1/plans/${encodeURIComponent(id)}/versions`;

export function fetchPast(sectionId: string): Promise<Past> {
  return request('GET', `${sectionPath(sectionId)}/history`, parsePast);
}

export function fetchWaiting(sectionId: string): Promise<Waiting> {
  return request('GET', `${sectionPath(sectionId)}/waiting`, parseWaiting);
}

/// Moves a section on from the status that I saw; fixing names a version.
export function moveSection(
  sectionId: string,
  from: Status,
  status: Status,
  name?: string,
): Promise<void> {
  const body = name === undefined ? { from, status } : { from, status, name };
  return request('PUT', `${sectionPath(sectionId)}/status`, nothing, body);
}

export function nameVersion(sectionId: string, name: string): Promise<void> {
  return request('POST', `${sectionPath(sectionId)}/versions`, nothing, { name });
}

/// A moment is a version, such as `v3`, or a place in the log.
export function fetchDifference(sectionId: string, from: string, to: string): Promise<Difference> {
  const query = new URLSearchParams(to === '' ? { from } : { from, to });
  return request('GET', `${sectionPath(sectionId)}/difference?${query}`, parseDifference);
}

/// Where the log was before something was brought back, and is now.
export interface Restored {
  before: number;
  seq: number;
}

/// Makes the text what it was then. With `at` only where nobody wrote since.
export function restore(sectionId: string, to: string, at?: number): Promise<Restored> {
  const body = at === undefined ? { to } : { to, at };
  return request('POST', `${sectionPath(sectionId)}/restore`, parseRestored, body);
}

function parseRestored(json: unknown): Restored {
  const root = recordOf(json);
  return { before: numberOf(root, 'before'), seq: numberOf(root, 'seq') };
}

export function fetchPlanPast(planId: string): Promise<PlanPast> {
  return request('GET', planPath(planId), parsePlanPast);
}

export function namePlanVersion(planId: string, name: string, final: boolean): Promise<void> {
  return request('POST', planPath(planId), nothing, { name, final });
}
