import './mark.css';
import { markClasses } from './partner';
export interface PartnerMarkProps {
  /// Two letters.
  badge: string;
  /// 0 to 15, an index into the theme, as a number or as its text.
  colour: number | string;
  size?: 'small' | 'normal';
}

/// An organisation's one mark: two letters, a colour and a pattern, so that no mark is told from
/// another by its colour alone. It does not speak; the name stands beside it.
export function PartnerMark({ badge, colour, size = 'normal' }: PartnerMarkProps) {
  return (
    <span className={markClasses(colour, size)} aria-hidden="true">
      {badge}
    </span>
  );
}
