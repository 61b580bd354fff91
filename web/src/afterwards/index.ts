import { lazy } from 'react';

export { afterwardsNl } from './nl';
export { AfterwardsWay } from './view/AfterwardsWay';

export const AfterwardsPage = lazy(async () => ({
  default: (await import('./view/AfterwardsPage')).AfterwardsPage,
}));

export const OwnSummaryPage = lazy(async () => ({
  default: (await import('./view/OwnSummaryPage')).OwnSummaryPage,
}));
