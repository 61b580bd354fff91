package nl.beleidstafel.afterwards;

/// What became of a wish.
sealed interface Outcome {
  record Done() implements Outcome {}

  /// There is none for this actor.
  record Absent() implements Outcome {}

  /// Only the core team may.
  record CoreOnly() implements Outcome {}

  /// Somebody else changed it since; this is its version now.
  record Meanwhile(long version) implements Outcome {}

  /// The configuration has no such basis.
  record UnknownBasis() implements Outcome {}

  /// Nobody recorded yet why the talk may be kept.
  record BasisMissing() implements Outcome {}

  /// There is nothing to send.
  record SummaryMissing() implements Outcome {}

  /// Nobody wrote down where to send it.
  record AddressMissing() implements Outcome {}

  /// What it is about was erased.
  record Gone() implements Outcome {}

  /// It was done too often.
  record TooOften(long waitMs) implements Outcome {}

  /// The days for it are over.
  record TooLate() implements Outcome {}
}
