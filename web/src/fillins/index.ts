import { lazy } from 'react';

export { fillInKeys } from './keys';
export { fillInsNl } from './nl';
export { fillInsPathOf } from './paths';

/// All fill-ins of a plan, with who fills them in.
export const FillInsPage = lazy(async () => ({
  default: (await import('./view/FillInsPage')).FillInsPage,
}));
