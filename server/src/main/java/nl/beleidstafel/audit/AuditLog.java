package nl.beleidstafel.audit;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;

/// Reads the audit log, newest first; one municipality never sees another's. Instants are
/// milliseconds since 1970.
interface AuditLog {
  /// A line.
  ///
  /// @param position lines of one municipality in their order; not without gaps
  record Line(
      long position,
      long atMs,
      Optional<MemberId> actor,
      String action,
      String objectKind,
      String object,
      boolean done,
      String origin) {}

  /// What is asked for; what is empty does not narrow it.
  ///
  /// @param member who acted, or who it was done to
  /// @param action a whole action (`session.open`) or a feature (`session`)
  /// @param fromMs the first moment, included
  /// @param untilMs the last, not included
  record Wish(
      Optional<MemberId> member,
      Optional<String> action,
      Optional<Long> fromMs,
      Optional<Long> untilMs) {
    static final Wish ALL =
        new Wish(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Lines before a position.
  Future<List<Line>> before(MunicipalityId municipality, Wish wish, long position, int countMax);

  /// Removes what is older than it is kept, a bounded number at once; how many went.
  Future<Integer> sweep(int countMax);
}
