package nl.beleidstafel.ask;

/// How something that somebody wanted ended.
enum Ended {
  DONE,
  /// There is no such thing for the actor.
  ABSENT,
  /// Only who coordinates the plan does this.
  COORDINATOR_ONLY,
  /// Only who writes in the section, or coordinates the plan, does this.
  WRITER_ONLY,
  /// The ask takes no answers any more.
  CLOSED,
  /// Nobody is left who has not answered.
  NOBODY_WAITS,
  /// It was just done.
  TOO_SOON,
  /// A section is named that the plan has not.
  SECTION_UNKNOWN,
  /// A partner is named that is not at the table, or that may read none of the sections.
  PARTNER_UNFIT,
  /// The date is past, or too far ahead.
  DATE_UNFIT,
  /// Only who speaks for a partner that has a role here signs.
  MAY_NOT_SIGN,
  /// The text is not the one that the actor saw.
  TEXT_CHANGED,
  /// It does not stand any more.
  OVER,
  /// There are as many as there may be.
  TOO_MANY
}
