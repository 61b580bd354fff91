package nl.beleidstafel.notice;

import io.vertx.core.Future;
import java.util.List;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.collab.MemberChannels;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.schedule.Schedule;

/// Where features put what members should be told. Any thread; nothing waits.
public interface Notices {
  /// Puts them there in the transaction of what they tell of: both happen, or neither.
  Future<Void> tell(Tx tx, List<Notice> notices);

  /// The notices in the database.
  static Notices of(Clock clock) {
    return of(clock, (_, _, _, _) -> {});
  }

  /// The notices in the database; whom it concerns looks again where they have the plan open.
  static Notices of(Clock clock, MemberChannels channels) {
    return new PgNotices(clock, Schedule.inDatabase(), channels);
  }
}
