import { lazy } from 'react';

export { findingsEn } from './en';
export { findingsNl } from './nl';
export { findingsPathOf } from './paths';
export { useEvidenceNotes } from './useEvidenceNotes';

export const FindingsPage = lazy(async () => ({
  default: (await import('./view/FindingsPage')).FindingsPage,
}));
