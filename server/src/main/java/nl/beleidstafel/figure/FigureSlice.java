package nl.beleidstafel.figure;

import java.util.UUID;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Places;

/// Figures, wired.
public final class FigureSlice {
  private final Routes routes;

  /// Builds everything; touches no database.
  public FigureSlice(
      Database database, Places places, People people, Channels channels, Clock clock) {
    Figures figures =
        new Figures(
            database, new PgFigureStore(database), places, channels, UUID::randomUUID, clock);
    routes = new FigureRoutes(figures, people, clock).routes().describedIn("figure");
  }

  public Routes routes() {
    return routes;
  }
}
