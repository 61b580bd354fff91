import { lazy } from 'react';

export { noticesNl } from './nl';

/// Hears from the texts' server, whose code the first page does not carry.
export const Bell = lazy(async () => ({
  default: (await import('./view/Bell')).Bell,
}));

export const NoticesPage = lazy(async () => ({
  default: (await import('./view/NoticesPage')).NoticesPage,
}));

export const NoticePreferences = lazy(async () => ({
  default: (await import('./view/NoticePreferences')).NoticePreferences,
}));
