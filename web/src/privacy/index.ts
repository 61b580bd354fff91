import { addressesIn } from './addresses';
import { bsnIn } from './bsn';
import { mailsIn, phonesIn } from './contact';
import { birthDatesIn } from './dates';
import { namesIn } from './names';
import type { PersonalWarning } from './warning';

export type { PersonalKind, PersonalWarning } from './warning';

/// Places in a Dutch text that may say who somebody is, in order, none within another. It misses
/// some and warns in vain at others (docs/decisions/0113): it warns, and decides nothing.
export function personalIn(
  text: string,
  year: number = new Date().getFullYear(),
): readonly PersonalWarning[] {
  // Where two see the same place, the one that knows more of it counts.
  const all = [
    ...mailsIn(text),
    ...phonesIn(text),
    ...bsnIn(text),
    ...birthDatesIn(text, year),
    ...addressesIn(text),
    ...namesIn(text),
  ];
  const kept: PersonalWarning[] = [];
  for (const one of all) {
    if (!kept.some((other) => one.from < other.to && other.from < one.to)) {
      kept.push(one);
    }
  }
  return kept.sort((a, b) => a.from - b.from);
}
