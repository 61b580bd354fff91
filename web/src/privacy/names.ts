import { matches, type PersonalWarning, warningAt } from './warning';
import {
  alsoWords,
  between,
  cues,
  firstNames,
  naming,
  notNames,
  oneOf,
  placeBehind,
  surnames,
} from './words';

interface Word {
  text: string;
  lower: string;
  from: number;
  to: number;
  capital: boolean;
  /// Whether a sentence begins with it.
  first: boolean;
  /// Whether only spaces stand between it and the word before.
  joined: boolean;
}

function wordsOf(text: string): Word[] {
  let end = 0;
  return matches(text, /\p{L}[\p{L}\p{M}'’-]*\.?(?:\p{L}\.)*/gu).map((found) => {
    const gap = text.slice(end, found.from);
    const initials = /^(?:\p{Lu}\.)+$/u.test(found.text);
    const known = initials || cues.has(found.text.toLowerCase());
    const body = known ? found.text : found.text.replace(/(?:['’]s)?[.'’-]*$/u, '');
    const word: Word = {
      text: body,
      lower: body.toLowerCase(),
      from: found.from,
      to: found.from + body.length,
      capital: /^\p{Lu}/u.test(body),
      first: end === 0 || /[.!?\n:"“‘]\s*$/u.test(text.slice(0, found.from)),
      joined: end !== 0 && /^\s+$/.test(gap),
    };
    end = word.to;
    return word;
  });
}

function isInitials(word: Word): boolean {
  return /^(?:\p{Lu}\.)+$/u.test(word.text);
}

function mayBeName(word: Word): boolean {
  return word.capital && word.text.length > 1 && !notNames.has(word.lower) && !isAbbreviation(word);
}

function isAbbreviation(word: Word): boolean {
  const shouted = word.text.length > 1 && word.text === word.text.toUpperCase();
  return shouted && !isInitials(word) && !isListed(word);
}

function isListed(word: Word): boolean {
  return word.text.length > 3 && (firstNames.has(word.lower) || surnames.has(word.lower));
}

const endings = oneOf(`
stra sma inga mans ssen rsen nsen ink huizen oğlu oglu ski ska wicz hoven veld man aar kamp mulder
maker
`);
const surnameLike = new RegExp(`(?:${endings})$`, 'iu');

function endsLikeSurname(word: Word): boolean {
  return surnameLike.test(word.text);
}

/// Where a name goes on from a word that is one: small words and capitals behind it.
function endOf(words: readonly Word[], at: number): number {
  let last = at;
  for (let next = at + 1; next < words.length && words[next]?.joined === true; next++) {
    const word = words[next] as Word;
    if (word.capital && !notNames.has(word.lower)) {
      last = next;
    } else if (!between.has(word.lower) || next - last > 2) {
      break;
    }
  }
  return last;
}

/// Whether the words name a street, a school or an office after somebody.
function namesPlace(words: readonly Word[], from: number, to: number): boolean {
  const last = words[to];
  const next = words[to + 1];
  const whole = words.slice(from, to + 1).map((word) => word.lower);
  return (
    towns.test(whole.join(' ')) ||
    (last !== undefined && placeBehind.test(last.text)) ||
    (next?.joined === true && placeBehind.test(next.text)) ||
    isOffice(words[from - 1])
  );
}

/// Towns and shops that look like names.
const towns = /^(?:den (?:bosch|haag|helder|burg|ham)|de (?:bilt|lier)|albert heijn)$/;

function isOffice(before: Word | undefined): boolean {
  return (
    before !== undefined &&
    /^(?:stichting|sint|st|koning|prinses|prins|gemeente)$/.test(before.lower)
  );
}

/// The index of the last word of a name that begins here; -1 where none does.
function nameAt(words: readonly Word[], at: number): number {
  const word = words[at] as Word;
  const before = words[at - 1];
  if (before !== undefined && word.joined && followsCue(words, at)) {
    return endOf(words, at);
  }
  if (isInitials(word)) {
    const end = endOf(words, at);
    return end > at ? end : -1;
  }
  if (!word.capital) {
    const plain = word.text.length > 4 && firstNames.has(word.lower) && !alsoWords.has(word.lower);
    return plain ? at : -1;
  }
  if (!mayBeName(word)) {
    return -1;
  }
  const end = endOf(words, at);
  if (firstNames.has(word.lower)) {
    return word.first && alsoWords.has(word.lower) && end === at ? -1 : end;
  }
  const last = words[end] as Word;
  const surname = surnames.has(last.lower) || endsLikeSurname(last);
  if (end > at && surname && !word.first) {
    return end;
  }
  // "De Jong" says something only where the sentence does not begin with it.
  const listed = surnames.has(last.lower) && last.text.length > 3;
  return listed && (end > at || isListed(word)) && !(word.first && end === at) ? end : -1;
}

function followsCue(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  const before = words[at - 1] as Word;
  const goesOn = word.capital || (between.has(word.lower) && words[at + 1]?.capital === true);
  if (!goesOn || notNames.has(word.lower) || isAbbreviation(word)) {
    return false;
  }
  if (cues.has(before.lower) || cues.has(`${before.lower}.`)) {
    return true;
  }
  return naming.has(before.lower) || namedAfter(words, at);
}

/// "noemden hem Appie".
function namedAfter(words: readonly Word[], at: number): boolean {
  const before = words[at - 2];
  const pronoun = words[at - 1]?.lower ?? '';
  return (
    before !== undefined &&
    naming.has(before.lower) &&
    /^(?:hem|haar|hen|hij|zij|ze)$/.test(pronoun)
  );
}

export function namesIn(text: string): PersonalWarning[] {
  const words = wordsOf(text);
  const found: PersonalWarning[] = [];
  for (let at = 0; at < words.length; at++) {
    const end = nameAt(words, at);
    if (end >= 0 && !namesPlace(words, at, end)) {
      found.push(warningAt('name', text, (words[at] as Word).from, (words[end] as Word).to));
    }
    at = Math.max(at, end);
  }
  return found;
}
