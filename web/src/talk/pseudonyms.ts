/// A name and what is written in its place. The list never leaves this browser.
export interface Pseudonym {
  name: string;
  instead: string;
}

const letter = /[\p{L}\p{N}]/u;

function fold(text: string): string {
  return text.toLocaleLowerCase('nl');
}

/// Whether a word can go on at this place: a letter or a digit on both sides.
function inWord(text: string, at: number): boolean {
  return letter.test(text[at - 1] ?? '') && letter.test(text[at] ?? '');
}

/// Where names of the list stand in a text, in order, the longest first where two begin together.
export function namesIn(
  text: string,
  list: readonly Pseudonym[],
): { from: number; to: number; instead: string }[] {
  const found: { from: number; to: number; instead: string }[] = [];
  const folded = fold(text);
  const longest = [...list].sort((one, other) => other.name.length - one.name.length);
  for (let at = 0; at < text.length; at++) {
    if (inWord(text, at)) {
      continue;
    }
    const match = longest.find(
      ({ name }) =>
        name !== '' && folded.startsWith(fold(name), at) && !inWord(text, at + name.length),
    );
    if (match !== undefined) {
      found.push({ from: at, to: at + match.name.length, instead: match.instead });
      at += match.name.length - 1;
    }
  }
  return found;
}

/// The text with every name replaced.
export function withoutNames(text: string, list: readonly Pseudonym[]): string {
  let result = '';
  let from = 0;
  for (const each of namesIn(text, list)) {
    result += text.slice(from, each.from) + each.instead;
    from = each.to;
  }
  return result + text.slice(from);
}

/// Whether what was typed so far may become a name: then it is not written yet.
export function mayBecomeName(typed: string, list: readonly Pseudonym[]): boolean {
  const folded = fold(typed);
  return typed !== '' && list.some(({ name }) => fold(name).startsWith(folded));
}

/// From which word on the end of a text may become a name.
export function startOfName(text: string, list: readonly Pseudonym[]): number | undefined {
  const longest = Math.max(0, ...list.map(({ name }) => name.length));
  for (let at = Math.max(0, text.length - longest); at < text.length; at++) {
    if (!inWord(text, at) && mayBecomeName(text.slice(at), list)) {
      return at;
    }
  }
  return undefined;
}

/// A list as it may be: no empty names, none twice, each with something in its place.
export function tidied(list: readonly Pseudonym[]): Pseudonym[] {
  const seen = new Set<string>();
  return list.flatMap(({ name, instead }) => {
    const [clean, other] = [name.trim().replace(/\s+/g, ' '), instead.trim()];
    if (clean === '' || other === '' || seen.has(fold(clean))) {
      return [];
    }
    seen.add(fold(clean));
    return [{ name: clean, instead: other }];
  });
}

function keyOf(member: string, plan: string): string {
  return `beleidstafel.pseudonyms/${member}/${plan}`;
}

/// The list of this member for this plan, in this browser.
export function readPseudonyms(member: string, plan: string): readonly Pseudonym[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(member, plan)) ?? '[]');
    return Array.isArray(found) ? tidied(found.filter(isPseudonym)) : [];
  } catch {
    return [];
  }
}

function isPseudonym(value: unknown): value is Pseudonym {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Pseudonym).name === 'string' &&
    typeof (value as Pseudonym).instead === 'string'
  );
}

/// False where this browser keeps nothing.
export function keepPseudonyms(member: string, plan: string, list: readonly Pseudonym[]): boolean {
  try {
    if (list.length === 0) {
      localStorage.removeItem(keyOf(member, plan));
    } else {
      localStorage.setItem(keyOf(member, plan), JSON.stringify(list));
    }
    return true;
  } catch {
    return false;
  }
}
