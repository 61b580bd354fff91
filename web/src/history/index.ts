import { lazy } from 'react';

export { historyNl } from './nl';
export { versionsPathOf } from './paths';

export const VersionsPage = lazy(async () => ({
  default: (await import('./view/VersionsPage')).VersionsPage,
}));
