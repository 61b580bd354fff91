import { matches, type PersonalWarning, warningAt } from './warning';

const gap = '[\\s.\\-–]*';
/// Dutch numbers: nought and nine digits, or the country's code and nine.
const ofCountry = `(?:\\+|00${gap})31${gap}(?:\\(0\\)${gap})?`;
const dutch = new RegExp(
  `(?<![\\p{L}\\d.,])((?:${ofCountry}|\\(?0)(?:\\d\\)?${gap}){8}\\d)(?!\\d)`,
  'gu',
);
const foreign = /(?<!\d)(\+(?!31)[1-9]\d{0,2}(?:[\s-]?\d){7,12})(?!\d)/g;

/// Numbers that anybody may call.
const service = /^0(?:800|900|906|909|88|14)/;

export function phonesIn(text: string): PersonalWarning[] {
  return [...matches(text, dutch), ...matches(text, foreign)]
    .filter((found) => !service.test(found.text.replace(/\D/g, '')))
    .map((found) => {
      // A bracket that does not close belongs to the sentence.
      const open = found.text.startsWith('(') && !found.text.includes(')');
      return warningAt('phone', text, found.from + (open ? 1 : 0), found.to);
    });
}

const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const ofAnOffice =
  /^(?:info|contact|post|redactie|secretariaat|gemeente|receptie|balie|meldpunt)@/i;

export function mailsIn(text: string): PersonalWarning[] {
  return matches(text, mail)
    .filter((found) => !ofAnOffice.test(found.text))
    .map((found) => warningAt('mail', text, found.from, found.to));
}
