import { request } from '../api';
import {
  type Plan,
  type PlanEntry,
  parsePlan,
  parsePlans,
  parseSection,
  parseTemplates,
  type Section,
  type Template,
} from './model';

/// Plans that were read, so that going back and forth shows them at once.
const seen = new Map<string, Plan>();

export function fetchPlans(): Promise<readonly PlanEntry[]> {
  return request('GET', '/v1/plans', parsePlans);
}

export function fetchTemplates(): Promise<readonly Template[]> {
  return request('GET', '/v1/templates', parseTemplates);
}

export async function fetchPlan(id: string): Promise<Plan> {
  const plan = await request('GET', `/v1/plans/${encodeURIComponent(id)}`, parsePlan);
  seen.set(id, plan);
  return plan;
}

/// The plan as it was when last read.
export function seenPlan(id: string): Plan | undefined {
  return seen.get(id);
}

/// At sign-out: the next member starts without what this one saw.
export function forgetPlans(): void {
  seen.clear();
}

export async function createPlan(title: string, template: string): Promise<Plan> {
  const plan = await request('POST', '/v1/plans', parsePlan, { title, template });
  seen.set(plan.id, plan);
  return plan;
}

export function addSection(planId: string, title: string): Promise<Section> {
  const path = `/v1/plans/${encodeURIComponent(planId)}/sections`;
  return request('POST', path, parseSection, { title });
}
