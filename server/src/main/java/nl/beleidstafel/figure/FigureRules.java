package nl.beleidstafel.figure;

import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.sections.Place;

/// Who may register and change figures, and which of them are old. Pure. Rules J7 and J8 of
/// `docs/spec.md`.
final class FigureRules {
  /// The surveys that most figures come from return every four years.
  private static final int FRESH_YEARS = 4;

  private FigureRules() {}

  /// Whether the figure is about a year too long ago to be used without a word.
  static boolean isStale(int year, int thisYear) {
    return year < thisYear - FRESH_YEARS;
  }

  /// Whoever has something to say in a section registers figures for it.
  static boolean mayAdd(Place place) {
    return place.coordinates() || place.level().allows(Level.COMMENT);
  }

  /// Whoever writes in the section, or coordinates, changes every figure of it; others those of
  /// their own partner.
  static boolean mayChange(Actor actor, Place place, PartnerId partner) {
    return place.coordinates()
        || place.level().allows(Level.WRITE)
        || (place.level().allows(Level.COMMENT) && actor.partner().equals(partner));
  }
}
