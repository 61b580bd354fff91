import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api';
import { spokenTime } from '../base/when';
import type { Author, Person, Sitting } from './model';

export type HistoryT = TFunction<'history'>;

export interface HistoryWords {
  t: HistoryT;
  /// A moment as people say it.
  when: (at: number) => string;
  /// "gisteren 14:03 tot 14:40"; one moment where it ended in the minute in which it began.
  span: (sitting: Sitting) => string;
  who: (person: Person | undefined) => string;
  people: (people: readonly Person[]) => string;
  author: (author: Author | undefined) => string;
}

/// Moments and people in the words of the page.
export function useHistoryWords(): HistoryWords {
  const { t, i18n } = useTranslation('history');
  const when = (at: number) =>
    spokenTime(at, Date.now(), i18n.language, { yesterday: (time) => t('yesterday', { time }) });
  const span = ({ fromAt, toAt }: Sitting) => {
    const [from, to] = [when(fromAt), when(toAt)];
    return from === to ? from : t('panel.sitting', { from, to });
  };
  const who = (person: Person | undefined) =>
    person === undefined
      ? t('nobody')
      : person.name === ''
        ? t('somebody', { partner: person.partner.name })
        : t('person', { name: person.name, partner: person.partner.name });
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const people = (some: readonly Person[]) => list.format(some.map(who));
  const author = (some: Author | undefined) =>
    some?.onBehalfOf
      ? t('onBehalfOf', { by: who(some.by), other: who(some.onBehalfOf) })
      : who(some?.by);
  return { t, when, span, who, people, author };
}

/// What went wrong, in one sentence of the server's or our own.
export function failureText(t: HistoryT, error: ApiError): string {
  if (error.kind === 'unreachable') {
    return t('failure.unreachable');
  }
  return error.detail === '' ? t('failure.unknown') : error.detail;
}
