package nl.beleidstafel.notice;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.schedule.Schedule;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Places;

/// What members are told, shown and mailed, wired.
public final class NoticeSlice {
  private final Database database;
  private final Clock clock;
  private final Routes routes;
  private final List<Job> jobs;

  /// Builds everything; touches the database only from {@link #start} on.
  ///
  /// @param address of a path in the app
  public NoticeSlice(
      Database database,
      Places places,
      People people,
      Doors doors,
      Outbox outbox,
      UnaryOperator<String> address,
      Clock clock) {
    this.database = database;
    this.clock = clock;
    NoticeStore store = new PgNoticeStore(database);
    Sight sight = new Sight(places);
    NoticeLetters letters = new NoticeLetters(address);
    routes = new NoticeRoutes(store, sight, people, clock).routes().describedIn("notice");
    jobs =
        List.of(
            new NoticeMail(store, sight, people, doors, outbox, letters),
            new NoticeRetention(store));
  }

  /// Call once at start, after the migrations.
  public Future<Void> start() {
    return database.transaction(tx ->
        Schedule.inDatabase()
            .putNoLater(tx, NoticeRetention.KIND, Set.of(NoticeRetention.ALL), clock.nowMs()));
  }

  public Routes routes() {
    return routes;
  }

  public List<Job> jobs() {
    return jobs;
  }
}
