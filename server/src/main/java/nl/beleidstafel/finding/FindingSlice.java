package nl.beleidstafel.finding;

import io.vertx.core.Future;
import java.util.Map;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.Notes;
import nl.beleidstafel.talks.Questions;
import nl.beleidstafel.talks.Withdrawals;

/// Findings and evidence, wired.
public final class FindingSlice {
  /// What interviews give.
  ///
  /// @param kinds names of kinds of partners by id
  public record Talks(
      Interviews interviews, Questions questions, Notes notes, Map<String, String> kinds) {
    public Talks {
      kinds = Map.copyOf(kinds);
    }
  }

  private final Routes routes;

  /// Builds everything; touches no database.
  public FindingSlice(
      Database database,
      Collab collab,
      Channels channels,
      Places places,
      Talks talks,
      Audit audit,
      Clock clock) {
    FindingStore store = new PgFindingStore(database);
    Telling telling = new Telling(store, channels);
    CodeStore codes = new PgCodeStore(database);
    Interviews interviews = new NamedKinds(talks.interviews(), talks.kinds());
    Access.Doors doors = new Access.Doors(places, interviews);
    Reading reading =
        new Reading(store, codes, doors, interviews, talks.questions(), talks.notes());
    Synthesis synthesis = new Synthesis(database, store, doors, talks.notes(), telling, clock);
    Coding coding = new Coding(database, codes, doors, talks.notes(), telling, clock);
    Evidences evidences =
        new Evidences(database, store, doors, interviews, talks.notes(), collab, telling, clock);
    routes =
        new Routes()
            .addAll(new FindingRoutes(reading, synthesis, evidences).routes())
            .addAll(new CodeRoutes(reading, coding, audit, clock).routes())
            .addAll(new EvidenceRoutes(evidences).routes())
            .describedIn("finding");
  }

  public Routes routes() {
    return routes;
  }

  /// Hears of notes that are not there now: tells it to who reads the plan, where something rests
  /// on them. They may come back, so nothing is forgotten.
  public static Withdrawals missed(Database database, Channels channels) {
    FindingStore store = new PgFindingStore(database);
    Telling telling = new Telling(store, channels);
    return (tx, plan, notes) ->
        store
            .isCited(tx, plan, notes)
            .compose(some -> some ? telling.atEnd(tx, plan) : Future.succeededFuture());
  }

  /// Takes notes out of findings and codes when they are gone for good.
  public static Withdrawals forgotten(Database database, Channels channels) {
    FindingStore store = new PgFindingStore(database);
    Telling telling = new Telling(store, channels);
    return (tx, plan, notes) ->
        store
            .withdraw(tx, plan, notes)
            .compose(some -> some ? telling.atEnd(tx, plan) : Future.succeededFuture());
  }
}
