package nl.beleidstafel.interview;

/// What became of a wish.
sealed interface Outcome {
  record Done(Interview interview) implements Outcome {}

  /// There is none for this actor.
  record Absent() implements Outcome {}

  /// Only the core team may.
  record CoreOnly() implements Outcome {}

  /// Somebody else changed it since; this is its version now.
  record Meanwhile(long version) implements Outcome {}

  /// What this field names is not there.
  record Unknown(String field) implements Outcome {}

  /// It is not in a state for that.
  record Unfit() implements Outcome {}

  /// The plan has as many as it may have.
  record TooMany() implements Outcome {}
}
