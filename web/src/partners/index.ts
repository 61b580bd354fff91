import { lazy } from 'react';

export type { Viewer } from './model';
export { partnersNl } from './nl';

/// The pages come when somebody opens one: the first page does not carry them.
export const PeoplePage = lazy(async () => ({
  default: (await import('./view/PeoplePage')).PeoplePage,
}));
export const TownsPage = lazy(async () => ({
  default: (await import('./view/TownsPage')).TownsPage,
}));
export const AuditPage = lazy(async () => ({
  default: (await import('./view/AuditPage')).AuditPage,
}));
export const AccountPage = lazy(async () => ({
  default: (await import('./view/AccountPage')).AccountPage,
}));
export const MailboxPage = lazy(async () => ({
  default: (await import('./view/MailboxPage')).MailboxPage,
}));
export const InvitationPage = lazy(async () => ({
  default: (await import('./view/InvitationPage')).InvitationPage,
}));
export const LinkPage = lazy(async () => ({
  default: (await import('./view/LinkPage')).LinkPage,
}));
export const ResetPage = lazy(async () => ({
  default: (await import('./view/ResetPage')).ResetPage,
}));
