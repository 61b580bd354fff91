package nl.beleidstafel.fillin;

import io.vertx.core.Vertx;
import java.util.List;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.schedule.Schedule;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.sections.Tally;

/// Fill-ins, wired.
public final class FillInSlice {
  private final FillInStore store;
  private final Projector projector;
  private final Reminders reminders;
  private final Routes routes;

  /// What others know, that fill-ins ask for.
  public record Neighbours(
      Places places, People people, Partners partners, Notices notices, Offers offers) {}

  /// Builds everything; touches no database.
  public FillInSlice(
      Vertx vertx,
      Database database,
      Collab collab,
      Channels channels,
      Neighbours neighbours,
      Clock clock) {
    Offers offers = neighbours.offers();
    Places places = neighbours.places();
    store = new PgFillInStore(database);
    projector = new Projector(vertx, database, store, collab, places, channels, offers);
    reminders =
        new Reminders(
            store,
            projector,
            places,
            neighbours.people(),
            neighbours.notices(),
            Schedule.inDatabase());
    FillIns fillIns =
        new FillIns(
            database,
            store,
            projector,
            places,
            neighbours.people(),
            channels,
            neighbours.notices(),
            reminders,
            offers,
            clock);
    routes =
        new FillInRoutes(fillIns, offers, neighbours.people(), neighbours.partners())
            .routes()
            .describedIn("fillin");
  }

  /// Follows what is written from now on.
  public void start() {
    projector.start();
  }

  public Routes routes() {
    return routes;
  }

  /// How many fill-ins are open, filled, resolved, and there are in all.
  public Tally tally() {
    return new FillInTally(store, projector);
  }

  /// What it does by the clock.
  public List<Job> jobs() {
    return List.of(reminders);
  }
}
