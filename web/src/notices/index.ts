import { lazy } from 'react';

export { noticesEn } from './en';
export { noticesNl } from './nl';
export { Bell } from './view/Bell';

export const NoticesPage = lazy(async () => ({
  default: (await import('./view/NoticesPage')).NoticesPage,
}));

export const NoticePreferences = lazy(async () => ({
  default: (await import('./view/NoticePreferences')).NoticePreferences,
}));
