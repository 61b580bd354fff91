export { fetchSession, signOut } from './api';
export { identityEn } from './en';
export { type Session, safeReturn } from './model';
export { identityNl } from './nl';
export { SignInPage } from './view/SignInPage';
export { WelcomePage } from './view/WelcomePage';
