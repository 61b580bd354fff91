import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api';
import { spokenTime } from '../../base/when';
import type { Person } from '../model';

/// What went wrong, in one sentence of the server's or our own.
export function failureText(t: TFunction<'suggestions'>, error: ApiError): string {
  if (error.kind === 'unreachable') {
    return t('unreachable');
  }
  return error.detail === '' ? t('unknown') : error.detail;
}

export function useSomebody(): (person: Person) => string {
  const { t } = useTranslation('suggestions');
  return ({ name, partner }) => name || t('somebody', { partner: partner.name });
}

export function useSpokenTime(): (at: number) => string {
  const { t, i18n } = useTranslation('suggestions');
  return (at) =>
    spokenTime(at, Date.now(), i18n.language, { yesterday: (time) => t('yesterday', { time }) });
}
