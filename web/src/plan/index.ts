import { lazy } from 'react';

export { fetchPlan, fetchPlans, forgetPlans, seenPlan } from './api';
export { planEn } from './en';
export {
  nameOf,
  type Plan,
  type PlanEntry,
  type PlanList,
  pathOf,
  rolesPathOf,
} from './model';
export { planNl } from './nl';
export { NewPlanPage } from './view/NewPlanPage';
export type { PlanFrameParts } from './view/PlanPage';
export { PlansPage } from './view/PlansPage';

export const OutlinePage = lazy(async () => ({
  default: (await import('./outline/OutlinePage')).OutlinePage,
}));
