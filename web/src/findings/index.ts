import { lazy } from 'react';

export { findingsNl } from './nl';
export { findingsPathOf } from './paths';

export const EvidenceNotes = lazy(async () => ({
  default: (await import('./view/EvidenceNotes')).EvidenceNotes,
}));

export const FindingsPage = lazy(async () => ({
  default: (await import('./view/FindingsPage')).FindingsPage,
}));
