import type { TFunction } from 'i18next';
import type { ApiError } from '../../api';

/// What went wrong, in one sentence of the server's or our own.
export function failureText(t: TFunction<'identity'>, error: ApiError): string {
  if (error.kind === 'unreachable') {
    return t('failure.unreachable');
  }
  if (error.status === 429) {
    return error.retryAfterSeconds > 0
      ? t('failure.slowedFor', { count: error.retryAfterSeconds })
      : t('failure.slowed');
  }
  return error.detail === '' ? t('failure.unknown') : error.detail;
}
