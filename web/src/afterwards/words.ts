import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api';

export type AfterwardsT = TFunction<'afterwards'>;

export interface AfterwardsWords {
  t: AfterwardsT;
  /// The date of a moment in full.
  date: (at: number) => string;
}

export function useAfterwardsWords(): AfterwardsWords {
  const { t, i18n } = useTranslation('afterwards');
  const dates = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' });
  return { t, date: (at) => dates.format(at) };
}

/// What went wrong, in one sentence of the server's or our own.
export function failureText(t: AfterwardsT, error: ApiError): string {
  if (error.kind === 'unreachable') {
    return t('failure.unreachable');
  }
  return error.detail === '' ? t('failure.unknown') : error.detail;
}
