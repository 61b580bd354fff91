import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../api';
import { usePlanEvents } from '../collab';
import { fetchEvidence } from './api';

/// What a footnote in the place of a chip says, by the id of its evidence; absent while nobody
/// knows.
export function useEvidenceNotes(
  planId: string,
  connected: boolean,
): (id: string) => string | undefined {
  const { t } = useTranslation('findings');
  const { state, again } = useLoaded(planId, fetchEvidence);
  usePlanEvents(planId, connected, ({ kind }) => {
    if (kind === 'findings-changed') {
      again();
    }
  });
  const all = state.kind === 'loaded' ? state.value : undefined;
  return useCallback(
    (id) => {
      const found = all?.find((each) => each.id === id);
      if (found === undefined) {
        return undefined;
      }
      return found.notes === 0
        ? t('reading.gone')
        : t('reading.note', {
            organisations: t('organisations', { count: found.organisations }),
            notes: t('notes', { count: found.notes }),
          });
    },
    [all, t],
  );
}
