import { matches, type PersonalWarning, warningAt } from './warning';
import { oneOf } from './words';

/// How names of streets end.
const ending = oneOf(`
straat laan weg plein gracht kade singel dijk hof pad steeg dreef baan park plantsoen wal markt
haven akker kamp veld werf poort erf donk hoek boulevard allee terras zoom oever brink brug om burg
`);
/// Names of streets that have nothing before it: "Oude Gracht".
const alone = oneOf('Gracht Haven Markt Plein Dijk Weg Kade Singel Wal Hof Park Laan Straat');
const word = "[A-ZÀ-Ý][\\p{L}'’-]*";
/// Words of a longer name: "Jan van Galenstraat", "Burgemeester de Vlugtplein".
const lead = `(?:${word}\\s+(?:(?:van|de|den|der|het|'t|ter|ten)\\s+){0,2}){0,3}`;
const street = `${lead}(?:${word.slice(0, -1)}*?(?:${ending})|(?:${alone}))`;
const number =
  '(?:(?:nr\\.?|nummer)\\s)?\\d{1,4}(?:\\s?[a-zA-Z](?![\\p{L}]))?(?:\\s?-\\s?\\d{1,3})?';
const zip = '[1-9]\\d{3}\\s?(?!SA|SD|SS)[A-Z]{2}';

const numbered = new RegExp(`(${street}\\s+${number}(?:,?\\s+${zip})?)(?![\\d%])`, 'gu');
const lowerCase = new RegExp(
  `(?<!\\p{L})([\\p{Ll}]{3,}(?:straat|laan|weg|plein|gracht|singel|dreef)\\s+${number})(?![\\d%])`,
  'gu',
);
const postcode = new RegExp(`(?<![\\d-])(${zip})(?![\\p{L}\\d]|-\\d)`, 'gu');
const living = oneOf('woon wonen woning adres ingeschreven verblijf huurt huis');
const inThe = '(?:in|op|aan)\\s+(?:(?:de|het)\\s+)?';
const livesIn = new RegExp(
  `(?:${living})\\p{L}*\\s+(?:\\p{Ll}+\\s+){0,3}?${inThe}(${street})(?!\\p{L})`,
  'gu',
);

/// What a number behind a street may count instead of a house.
const countable = oneOf(`
keer maal uur uren dag dagen week weken maand maanden jaar minuten jongeren mensen personen
leerlingen meldingen bezoekers meter kilometer procent euro coffeeshops
`);
const counted = new RegExp(`^\\s*(?:${countable})\\b`, 'i');
/// Capitals behind four digits that are no postcode.
const shortWord = /(?:BW|EU|VN|GB|MB|KB|TB|OM|BV|NV|KM|HA|EC|AD)$/;

export function addressesIn(text: string): PersonalWarning[] {
  const places = [...matches(text, numbered), ...matches(text, lowerCase)].filter(
    (found) => !counted.test(text.slice(found.to)),
  );
  const codes = matches(text, postcode).filter((found) => !shortWord.test(found.text));
  return [...places, ...codes, ...matches(text, livesIn)].map((found) =>
    warningAt('address', text, found.from, found.to),
  );
}
