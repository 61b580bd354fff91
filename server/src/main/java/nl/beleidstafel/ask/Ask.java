package nl.beleidstafel.ask;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// What partners are asked, with a letter and a date. Instants are milliseconds since 1970.
///
/// @param due the last day on which an answer is in time, a Dutch one
/// @param closedAtMs null while answers are taken
/// @param remindedAtMs when who asks last reminded by hand; null for never
record Ask(
    UUID id,
    PlanId plan,
    String title,
    String letter,
    LocalDate due,
    MemberId by,
    long atMs,
    @Nullable Long closedAtMs,
    @Nullable Long remindedAtMs,
    List<Question> questions) {
  Ask {
    questions = List.copyOf(questions);
  }

  /// One partner asked about one section.
  ///
  /// @param readable whether the partner may read the section now
  /// @param answer null while there is none
  record Question(
      UUID id, SectionId section, PartnerId partner, boolean readable, @Nullable Given answer) {}

  /// What a partner answered.
  ///
  /// @param text empty where it needs none
  record Given(Verdict verdict, String text, MemberId by, long atMs) {}

  boolean isClosed() {
    return closedAtMs != null;
  }

  /// The same with these questions alone.
  Ask with(List<Question> some) {
    return new Ask(id, plan, title, letter, due, by, atMs, closedAtMs, remindedAtMs, some);
  }
}
