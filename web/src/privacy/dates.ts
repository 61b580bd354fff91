import { matches, type PersonalWarning, warningAt } from './warning';
import { oneOf } from './words';

const months = oneOf(`
jan(?:uari|\\.)? feb(?:ruari|r?\\.)? maart mrt\\.? apr(?:il|\\.)? mei juni juli aug(?:ustus|\\.)?
sept?(?:ember|\\.)? okt(?:ober|\\.)? nov(?:ember|\\.)? dec(?:ember|\\.)?
`);
const withMonth = `\\d{1,2}\\s+(?:${months})(?:\\s+(?:19|20)\\d\\d)?`;
const inDigits = '\\d{1,2}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?(?:(?:19|20)\\d\\d|\\d\\d)';
const yearFirst = '(?:19|20)\\d\\d-\\d{1,2}-\\d{1,2}';
const date = new RegExp(`(?<![\\d./-])(${yearFirst}|${inDigits}|${withMonth})(?![\\d/-])`, 'gi');

/// Words that say whose day it is, shortly before or behind the date.
const bornBefore = new RegExp(
  [
    '(?:geboren|geb\\.?|geb\\.\\s?dat\\.?|geboortedatum|geboortedag|jarig|verjaardag)',
    '\\W*(?:(?:op|is|in|was)\\W+){0,2}$',
    '|(?:werd|wordt)\\s+(?:\\p{L}+tien|twaalf|elf|twintig)\\s+op\\s+$',
  ].join(''),
  'iu',
);
const bornBehind = /^\W*(?:(?:is|was|werd|wordt)\W+)?(?:hij\W+|zij\W+|ze\W+)?(?:geboren|jarig)\b/i;
const grewBehind = /^\s+(?:\p{L}+tien|twaalf|elf|twintig)\b/u;

/// What happened on the day when it is not somebody's birth.
const publicMatters = oneOf(`
wet\\b besluit verordening \\braad motie convenant nota\\b beleid vergunning coffeeshop gesloten
geopend opening ingang gestart begon sinds vanaf stemde vastgesteld uitgevoerd aangenomen vergader
bijeenkomst overleg onderzoek
`);
const publicMatter = new RegExp(publicMatters, 'i');

/// Children of this age are spoken of with the day they were born.
const youngest = 10;

/// @param year the present one
export function birthDatesIn(text: string, year: number): PersonalWarning[] {
  return matches(text, date)
    .filter((found) => isOfBirth(text, found, year))
    .map((found) => warningAt('birth', text, found.from, found.to));
}

function isOfBirth(
  text: string,
  found: { from: number; to: number; text: string },
  year: number,
): boolean {
  const before = text.slice(0, found.from);
  const behind = text.slice(found.to);
  if (bornBefore.test(before) || bornBehind.test(behind) || grewBehind.test(behind)) {
    return true;
  }
  const said = Number(/(?:19|20)\d\d/.exec(found.text)?.[0] ?? Number.NaN);
  return said >= 1920 && said <= year - youngest && !publicMatter.test(sentenceAround(text, found));
}

function sentenceAround(text: string, found: { from: number; to: number }): string {
  const start =
    Math.max(text.lastIndexOf('. ', found.from), text.lastIndexOf('\n', found.from)) + 1;
  const ends = ['. ', '\n'].map((end) => text.indexOf(end, found.to)).filter((at) => at !== -1);
  return text.slice(start, Math.min(...ends, text.length));
}
