import { matches, type PersonalWarning, warningAt } from './warning';
import { oneOf } from './words';

const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/// Whether nine digits (eight: with a nought before them) are a citizen service number by the
/// eleven test.
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits) || /^0*$/.test(digits)) {
    return false;
  }
  const nine = digits.padStart(9, '0');
  const sum = weights.reduce((total, weight, at) => total + weight * Number(nine[at]), 0);
  return sum % 11 === 0;
}

/// Nine digits, together or in groups; eight only where the words before say what they are.
const nine = /(?<![\d+]|\d[.\s-])(\d(?:[.\s-]{0,1}\d){8})(?![.\s-]?\d)/g;
const eight =
  /(?:bsn|burgerservicenummer|sofi-?nummer)\W{1,5}(?:is\s+)?(\d(?:[.\s]?\d){7})(?![.\s]?\d)/gi;

/// Numbers of something else, which one in eleven times look like a person's.
const others = oneOf('kvk rsin iban order factuur zaak dossier kenmerk melding artikel polis');
const otherNumber = new RegExp(`(?:${others})[a-z-]*\\W{1,3}(?:is\\s+)?$`, 'i');

export function bsnIn(text: string): PersonalWarning[] {
  return [...matches(text, nine), ...matches(text, eight)]
    .filter((found) => passesElevenTest(found.text.replace(/\D/g, '')))
    .filter((found) => !otherNumber.test(text.slice(0, found.from)))
    .map((found) => warningAt('bsn', text, found.from, found.to));
}
