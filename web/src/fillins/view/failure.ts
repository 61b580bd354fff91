import type { TFunction } from 'i18next';
import type { ApiError } from '../../api';

/// What went wrong, in one sentence of the server's or our own.
export function failureText(t: TFunction<'fillins'>, error: ApiError): string {
  if (error.kind === 'unreachable') {
    return t('unreachable');
  }
  return error.detail === '' ? t('unknown') : error.detail;
}
