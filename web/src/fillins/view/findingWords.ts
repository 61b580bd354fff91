import type { TFunction } from 'i18next';
import type { Finding } from '../model';

/// What should be looked at again, in one or two sentences.
export function findingWords(t: TFunction<'fillins'>, { kind, words }: Finding): string {
  switch (kind) {
    case 'setting-without-action':
      return t('check.settingWithoutAction', { words });
    case 'setting-without-measure':
      return t('check.settingWithoutMeasure', { words });
    case 'no-number':
      return t('check.noNumber', { words });
    case 'old-year':
      return t('check.oldYear', { words });
  }
}
