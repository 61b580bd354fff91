import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api';
import { spokenTime } from '../base/when';
import type { Person } from './model';

export type TopicsT = TFunction<'topics'>;

export interface TopicsWords {
  t: TopicsT;
  language: string;
  /// A moment as people say it.
  when: (at: number) => string;
  who: (person: Person | undefined) => string;
}

export function useTopicsWords(): TopicsWords {
  const { t, i18n } = useTranslation('topics');
  return {
    t,
    language: i18n.language,
    when: (at) =>
      spokenTime(at, Date.now(), i18n.language, { yesterday: (time) => t('yesterday', { time }) }),
    who: (person) =>
      person === undefined
        ? t('nobody')
        : person.name === ''
          ? t('somebody', { partner: person.partner.name })
          : t('person', { name: person.name, partner: person.partner.name }),
  };
}

/// What went wrong, in one sentence of the server's or our own.
export function failureText(t: TopicsT, error: ApiError): string {
  if (error.kind === 'unreachable') {
    return t('failure.unreachable');
  }
  return error.detail === '' ? t('failure.unknown') : error.detail;
}
