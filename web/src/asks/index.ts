import { lazy } from 'react';

export { asksNl } from './nl';
export { asksPathOf, dispositionsPathOf } from './paths';

export const AsksPage = lazy(async () => ({
  default: (await import('./view/AsksPage')).AsksPage,
}));

export const AskPage = lazy(async () => ({
  default: (await import('./view/AskPage')).AskPage,
}));

export const DispositionsPage = lazy(async () => ({
  default: (await import('./view/DispositionsPage')).DispositionsPage,
}));

export const MyAsks = lazy(async () => ({
  default: (await import('./view/MyAsks')).MyAsks,
}));
