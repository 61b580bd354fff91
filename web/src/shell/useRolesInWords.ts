import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../api';
import { fetchRoleTable, useRoleWords } from '../roles';

/// Says roles in the words of the page; nothing while they are not known.
export function useRolesInWords(): (roles: readonly string[]) => string {
  const { i18n } = useTranslation('shell');
  const { state: table } = useLoaded(i18n.language, fetchRoleTable);
  const words = useRoleWords(table.kind === 'loaded' ? table.value : undefined);
  return useCallback(
    (roles) => (words === undefined || roles.length === 0 ? '' : words.list(roles)),
    [words],
  );
}
