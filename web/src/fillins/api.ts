import { nothing, request } from '../api';
import {
  type Choice,
  type Finding,
  type Person,
  type PlanSection,
  parseChoices,
  parseFindings,
  parsePeople,
  parsePlanFillIns,
  parseSectionFillIns,
  type SectionFillIns,
} from './model';

function path(...parts: readonly string[]): string {
  return `/v1/${parts.map(encodeURIComponent).join('/')}`;
}

export function fetchSectionFillIns(sectionId: string): Promise<SectionFillIns> {
  return request('GET', path('sections', sectionId, 'fill-ins'), parseSectionFillIns);
}

export function fetchPlanFillIns(planId: string): Promise<readonly PlanSection[]> {
  return request('GET', path('plans', planId, 'fill-ins'), parsePlanFillIns);
}

export function fetchFindings(planId: string): Promise<readonly Finding[]> {
  return request('GET', path('plans', planId, 'checks'), parseFindings);
}

/// Who takes part in the plan.
export function fetchPeople(planId: string): Promise<readonly Person[]> {
  return request('GET', path('plans', planId, 'people'), parsePeople);
}

const registers = new Map<string, Promise<readonly Choice[]>>();

/// What a register offers. It changes with the server's configuration only, so it is asked once.
export function fetchChoices(view: string): Promise<readonly Choice[]> {
  const known = registers.get(view);
  if (known !== undefined) {
    return known;
  }
  const asked = request('GET', path('registers', view), parseChoices);
  registers.set(view, asked);
  asked.catch(() => registers.delete(view));
  return asked;
}

/// Whom somebody asks, and by when; nobody and never where nothing is given.
export interface Asking {
  partner: string | undefined;
  member: string | undefined;
  due: string | undefined;
}

export function askToFill(sectionId: string, fillIn: string, asking: Asking): Promise<void> {
  return request('PUT', path('sections', sectionId, 'fill-ins', fillIn), nothing, {
    partner: asking.partner ?? null,
    member: asking.member ?? null,
    due: asking.due ?? null,
  });
}
