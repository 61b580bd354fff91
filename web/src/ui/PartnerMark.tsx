import './mark.css';
export interface PartnerMarkProps {
  /// Two letters.
  badge: string;
  /// 0 to 15, an index into the theme, as a number or as its text.
  colour: number | string;
  size?: 'small' | 'normal';
}

const COLOURS = 16;
const PATTERNS = 8;

/// An organisation's one mark: two letters, a colour and a pattern, so that no mark is told from
/// another by its colour alone. It does not speak; the name stands beside it.
export function PartnerMark({ badge, colour, size = 'normal' }: PartnerMarkProps) {
  const index = colourIndex(colour);
  return (
    <span
      className={`bt-mark bt-mark--${size} bt-mark--c${index} bt-mark--p${index % PATTERNS}`}
      aria-hidden="true"
    >
      {badge}
    </span>
  );
}

function colourIndex(colour: number | string): number {
  const index = Number(colour);
  return Number.isInteger(index) && index >= 0 ? index % COLOURS : COLOURS - 2;
}
