import { ApiError, nothing, request } from '../api';
import {
  type Plan,
  type PlanList,
  parsePlan,
  parsePlans,
  parseSection,
  parseTemplates,
  type Section,
  type Template,
} from './model';
import { type Overview, parseOverview } from './overview/model';
import { parseTextPage, type TextPage } from './reading/model';
import { type Draft, forgetDraft, requestOf } from './wizard/draft';
import {
  type PlanPartner,
  parsePartners,
  parseTemplate,
  type TemplateDetail,
} from './wizard/model';

/// Plans that were read, so that going back and forth shows them at once.
const seen = new Map<string, Plan>();

export function fetchPlans(): Promise<PlanList> {
  return request('GET', '/v1/plans', parsePlans);
}

export function fetchTemplates(): Promise<readonly Template[]> {
  return request('GET', '/v1/templates', parseTemplates);
}

export async function fetchPlan(id: string): Promise<Plan> {
  try {
    const plan = await request('GET', pathOf(id), parsePlan);
    const before = seen.get(id);
    // The same object says that nothing is to be shown anew.
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(plan)) {
      return before;
    }
    seen.set(id, plan);
    return plan;
  } catch (cause) {
    if (cause instanceof ApiError && cause.status === 404) {
      seen.delete(id);
    }
    throw cause;
  }
}

function pathOf(planId: string): string {
  return `/v1/plans/${encodeURIComponent(planId)}`;
}

/// How far a plan is, section by section.
export function fetchOverview(planId: string): Promise<Overview> {
  return request('GET', `${pathOf(planId)}/overview`, parseOverview);
}

/// The text of a plan as its result will be, some sections at a time.
export function fetchText(planId: string, after: string | undefined): Promise<TextPage> {
  const from = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
  return request('GET', `${pathOf(planId)}/text${from}`, parseTextPage);
}

/// Says that I have looked at a section, as it is now.
export function visitSection(planId: string, sectionId: string): Promise<void> {
  const path = `${pathOf(planId)}/sections/${encodeURIComponent(sectionId)}/visit`;
  return request('POST', path, nothing, {});
}

/// The plan as it was when last read.
export function seenPlan(id: string): Plan | undefined {
  return seen.get(id);
}

/// At sign-out: the next member starts without what this one saw.
export function forgetPlans(): void {
  seen.clear();
  forgetDraft();
}

/// A model plan with all that can be chosen from it.
export function fetchTemplate(id: string): Promise<TemplateDetail> {
  return request('GET', `/v1/templates/${encodeURIComponent(id)}`, parseTemplate);
}

/// Who takes part in the municipality's plans, but for itself.
export function fetchPlanPartners(): Promise<readonly PlanPartner[]> {
  return request('GET', '/v1/partners', parsePartners);
}

export async function createPlan(draft: Draft): Promise<Plan> {
  const plan = await request('POST', '/v1/plans', parsePlan, requestOf(draft));
  seen.set(plan.id, plan);
  return plan;
}

/// A change of the outline answers with the plan as it is then.
async function change(
  method: 'POST' | 'PUT' | 'DELETE',
  plan: Plan,
  path: string,
  body?: object,
): Promise<Plan> {
  const fresh = await request(
    method,
    `${pathOf(plan.id)}/${path}`,
    parsePlan,
    body && { version: plan.version, ...body },
  );
  seen.set(fresh.id, fresh);
  return fresh;
}

/// Sets the order of all sections, what is switched off included; with `numbers` also those.
export function arrange(
  plan: Plan,
  order: readonly string[],
  numbers?: readonly string[],
): Promise<Plan> {
  return change('POST', plan, 'outline', numbers ? { order, numbers } : { order });
}

/// Numbers all sections anew.
export function renumber(plan: Plan): Promise<Plan> {
  return change('POST', plan, 'outline', {});
}

const sectionPath = (id: string) => `sections/${encodeURIComponent(id)}`;

export function renameSection(plan: Plan, id: string, title: string): Promise<Plan> {
  return change('PUT', plan, sectionPath(id), { title });
}

export function switchOff(plan: Plan, id: string, elsewhere: string): Promise<Plan> {
  return change('PUT', plan, sectionPath(id), { off: true, elsewhere });
}

export function switchOn(plan: Plan, id: string): Promise<Plan> {
  return change('PUT', plan, sectionPath(id), { off: false });
}

export function deleteSection(plan: Plan, id: string): Promise<Plan> {
  return change('DELETE', plan, `${sectionPath(id)}?version=${plan.version}`);
}

export function addSection(planId: string, title: string): Promise<Section> {
  return request('POST', `${pathOf(planId)}/sections`, parseSection, { title });
}
