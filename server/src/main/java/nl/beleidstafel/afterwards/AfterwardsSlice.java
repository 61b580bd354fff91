package nl.beleidstafel.afterwards;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.MemberChannels;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.Notes;
import nl.beleidstafel.talks.Withdrawals;

/// What comes after a talk, wired.
public final class AfterwardsSlice {
  private final Routes routes;
  private final Retention retention;

  /// What it asks others for.
  ///
  /// @param link the public address of a path
  public record Around(
      Database database,
      Collab collab,
      MemberChannels channels,
      Interviews interviews,
      Notes notes,
      Withdrawals withdrawals,
      Notices notices,
      Outbox outbox,
      Audit audit,
      UnaryOperator<String> link,
      Clock clock) {}

  /// Reads what is written and builds everything; touches no database.
  ///
  /// Throws `MistakesException` with every mistake found in what is written.
  ///
  /// @param directory the configuration folder
  public AfterwardsSlice(Around around, Path directory) {
    AfterwardsConfig config = AfterwardsConfig.load(directory);
    AfterwardsStore store = new PgAfterwardsStore(around.database());
    Erasure erasure = new Erasure(store, around.collab(), around.channels(), around.withdrawals());
    retention = new Retention(store, erasure, around.collab(), around.audit(), config);
    routes =
        new AfterwardsRoutes(
                new Afterwards(around, store, erasure, config),
                new SummaryDoor(around, store),
                new AfterwardsJson(config))
            .routes()
            .describedIn("afterwards");
  }

  public Routes routes() {
    return routes;
  }

  /// What it does by the clock.
  public List<Job> jobs() {
    return List.of(retention);
  }
}
