/// How many colours and patterns of organisations a theme has.
const COLOURS = 16;
const PATTERNS = 8;

/// The class that gives an organisation's colour, for anything of theirs, such as a cursor.
/// `colour` is 0 to 15, an index into the theme, as a number or as its text; what is neither gets
/// a neutral one.
export function partnerClass(colour: number | string): string {
  return `bt-partner--c${indexOf(colour)}`;
}

/// The classes of an organisation's mark: two letters, a colour and a pattern.
export function markClasses(colour: number | string, size: 'small' | 'normal'): string {
  const pattern = indexOf(colour) % PATTERNS;
  return `bt-mark bt-mark--${size} bt-mark--p${pattern} ${partnerClass(colour)}`;
}

function indexOf(colour: number | string): number {
  const index = colour === '' ? Number.NaN : Number(colour);
  return Number.isInteger(index) && index >= 0 ? index % COLOURS : COLOURS - 2;
}
