import { lazy } from 'react';

export { fetchRoleTable } from './api';
export { rolesNl } from './nl';
export { MyPage } from './view/MyPage';
export { useRoleWords } from './words';

/// Comes with what follows a plan live, so only when somebody opens it.
export const RolesPage = lazy(async () => ({
  default: (await import('./view/RolesPage')).RolesPage,
}));
