package nl.beleidstafel.finding;

/// How something that somebody wanted ended.
enum Ended {
  DONE,
  /// There is no such thing for the actor.
  ABSENT,
  /// A note is named that the actor may not see.
  NOTE_ABSENT,
  /// A theme, code, finding or section is named that is not there.
  OTHER_ABSENT,
  /// Somebody else changed it.
  CHANGED,
  /// Something stands on it.
  IN_USE,
  /// There is one with that name.
  TAKEN,
  /// It would be under something that is under something.
  TOO_DEEP,
  /// There are as many as there may be.
  TOO_MANY,
  /// The actor may only read there.
  READS_ONLY
}
