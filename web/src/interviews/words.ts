import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api';
import type { Interview, Person } from './model';

export type InterviewsT = TFunction<'interviews'>;

export interface InterviewsWords {
  t: InterviewsT;
  /// When an interview is, as people say it.
  when: (interview: Interview) => string;
  /// A day as people say it.
  day: (at: number) => string;
  who: (person: Person) => string;
  /// Names, as a list in a sentence.
  names: (people: readonly Person[]) => string;
}

export function useInterviewsWords(): InterviewsWords {
  const { t, i18n } = useTranslation('interviews');
  const { language } = i18n;
  const day = (at: number) => {
    const year = new Date(at).getFullYear() !== new Date().getFullYear();
    return new Intl.DateTimeFormat(language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(year ? { year: 'numeric' } : {}),
    }).format(at);
  };
  const clock = (at: number) =>
    new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(at);
  const who = ({ name, partner }: Person) =>
    name === ''
      ? t('somebody', { partner: partner.name })
      : t('person', { name, partner: partner.name });
  return {
    t,
    day,
    when: ({ at, minutes }) =>
      at === undefined
        ? t('noDate')
        : t('when', { day: day(at), from: clock(at), to: clock(at + minutes * 60_000) }),
    who,
    names: (people) =>
      new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }).format(people.map(who)),
  };
}

/// What went wrong, in one sentence of the server's or our own.
export function failureText(t: InterviewsT, error: ApiError): string {
  if (error.kind === 'unreachable') {
    return t('failure.unreachable');
  }
  return error.detail === '' ? t('failure.unknown') : error.detail;
}
