import { lazy } from 'react';

export { fetchSession, signOut } from './api';
export { type Session, safeReturn } from './model';
export { identityNl } from './nl';
export { SignInPage } from './view/SignInPage';
export { WelcomePage } from './view/WelcomePage';

/// With its QR codes, only when somebody opens it.
export const SecurityPage = lazy(async () => ({
  default: (await import('./view/SecurityPage')).SecurityPage,
}));

export const WaysInPage = lazy(async () => ({
  default: (await import('./view/WaysInPage')).WaysInPage,
}));
