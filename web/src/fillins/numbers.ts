/// Numbers as people write them in Dutch: a comma before decimals, points between thousands. The
/// server's `NumberRules` says the same.
const number = /^-?(\d{1,15}|\d{1,3}(\.\d{3}){1,4})(,\d{1,10})?$/;
const years = /^((?:19|20)\d\d)(?:\s*(?:[-–]|tot en met|t\/m)\s*((?:19|20)\d\d))?$/;

export type NumberKind = 'number' | 'percentage' | 'year';

export function isNumberKind(kind: string): kind is NumberKind {
  return kind === 'number' || kind === 'percentage' || kind === 'year';
}

function amountOf(words: string): number | undefined {
  return number.test(words) ? Number(words.replaceAll('.', '').replace(',', '.')) : undefined;
}

/// Whether the words are a number of that kind.
export function fits(kind: NumberKind, words: string): boolean {
  const plain = words.trim();
  if (kind === 'year') {
    const [, first, last = first] = years.exec(plain) ?? [];
    return first !== undefined && Number(last) >= Number(first);
  }
  if (kind === 'number') {
    return amountOf(plain) !== undefined;
  }
  const value = amountOf(plain.replace(/\s*%$/, ''));
  return value !== undefined && value >= 0 && value <= 100;
}
