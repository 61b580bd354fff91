/// What may point to a person.
export type PersonalKind = 'name' | 'phone' | 'address' | 'birth' | 'bsn' | 'mail';

/// A place in a text that may say who somebody is: characters `from` up to `to`.
export interface PersonalWarning {
  kind: PersonalKind;
  from: number;
  to: number;
  text: string;
}

export function warningAt(
  kind: PersonalKind,
  whole: string,
  from: number,
  to: number,
): PersonalWarning {
  return { kind, from, to, text: whole.slice(from, to) };
}

/// Every match of an expression (with the flag `g`), with where its first group stands; without a
/// group, the match itself.
export function matches(
  text: string,
  pattern: RegExp,
): { from: number; to: number; text: string }[] {
  return [...text.matchAll(pattern)].map((match) => {
    const found = match[1] ?? match[0];
    const from = match.index + match[0].indexOf(found);
    return { from, to: from + found.length, text: found };
  });
}
