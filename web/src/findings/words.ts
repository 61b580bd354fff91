import type { TFunction } from 'i18next';
import type { ApiError } from '../api';
import type { Support } from './model';

export type FindingsT = TFunction<'findings'>;

/// "4 organisaties, 6 notities"; that all of it was withdrawn.
export function supportText(t: FindingsT, support: Support): string {
  return support.notes === 0
    ? t('withdrawn')
    : t('support', {
        organisations: t('organisations', { count: support.organisations }),
        notes: t('notes', { count: support.notes }),
      });
}

/// What went wrong, in one sentence of the server's or our own.
export function failureText(t: FindingsT, error: ApiError): string {
  if (error.kind === 'unreachable') {
    return t('failure.unreachable');
  }
  return error.detail === '' ? t('failure.unknown') : error.detail;
}

/// The beginning of a text, for what is read out.
export function beginning(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`;
}
