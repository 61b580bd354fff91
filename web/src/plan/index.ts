import { lazy } from 'react';

export { fetchPlan, fetchPlans, forgetPlans, seenPlan } from './api';
export {
  nameOf,
  overviewPathOf,
  type Plan,
  type PlanEntry,
  type PlanList,
  pathOf,
  readingPathOf,
  rolesPathOf,
} from './model';
export { planNl } from './nl';
export type { PlanFrameParts } from './view/PlanPage';
export { PlansPage } from './view/PlansPage';

export const NewPlanPage = lazy(async () => ({
  default: (await import('./wizard/NewPlanPage')).NewPlanPage,
}));

export const OverviewPage = lazy(async () => ({
  default: (await import('./overview/OverviewPage')).OverviewPage,
}));

export const ReadingPage = lazy(async () => ({
  default: (await import('./reading/ReadingPage')).ReadingPage,
}));

export const OutlinePage = lazy(async () => ({
  default: (await import('./outline/OutlinePage')).OutlinePage,
}));
