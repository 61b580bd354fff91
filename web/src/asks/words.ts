import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api';
import { spokenTime } from '../base/when';
import type { Person } from './model';

export type AsksT = TFunction<'asks'>;

export interface AsksWords {
  t: AsksT;
  /// A moment as people say it.
  when: (at: number) => string;
  /// A day such as 2026-12-01, or a moment, as people say it.
  day: (day: string | number) => string;
  /// The date of a moment in full, for what goes on paper.
  date: (at: number) => string;
  who: (person: Person | undefined) => string;
}

export function useAsksWords(): AsksWords {
  const { t, i18n } = useTranslation('asks');
  const { language } = i18n;
  const days = (year: boolean) =>
    new Intl.DateTimeFormat(language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(year ? { year: 'numeric' } : {}),
    });
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  return {
    t,
    when: (at) =>
      spokenTime(at, Date.now(), i18n.language, { yesterday: (time) => t('yesterday', { time }) }),
    day: (day) => {
      const moment = new Date(typeof day === 'number' ? day : `${day}T12:00:00`);
      return days(moment.getFullYear() !== new Date().getFullYear()).format(moment);
    },
    date: (at) => dates.format(at),
    who: (person) =>
      person === undefined
        ? t('nobody')
        : person.name === ''
          ? t('somebody', { partner: person.partner.name })
          : t('person', { name: person.name, partner: person.partner.name }),
  };
}

/// What went wrong, in one sentence of the server's or our own.
export function failureText(t: AsksT, error: ApiError): string {
  if (error.kind === 'unreachable') {
    return t('failure.unreachable');
  }
  return error.detail === '' ? t('failure.unknown') : error.detail;
}
