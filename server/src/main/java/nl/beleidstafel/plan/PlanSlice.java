package nl.beleidstafel.plan;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.plan.template.Templates;
import nl.beleidstafel.rights.Outlines;
import nl.beleidstafel.rights.Rights;

/// Plans, wired.
public final class PlanSlice {
  private static final String DEMONSTRATION = "Drugspreventiebeleid Demostad 2027–2030";

  private final Plans plans;
  private final Routes routes;

  /// Builds everything; touches no database.
  ///
  /// @param nameOf a municipality's name
  public PlanSlice(
      Database database,
      Collab collab,
      Templates templates,
      Clock clock,
      Rights rights,
      Function<MunicipalityId, Future<Optional<String>>> nameOf) {
    PlanStore store = new PgPlanStore(database);
    plans = new Plans(database, store, collab, rights, templates, clock);
    routes = new PlanRoutes(plans, nameOf).routes().describedIn("plan");
  }

  /// Plans as those see them who give roles.
  public static Outlines outlines(Database database) {
    return new PgOutlines(database);
  }

  public Routes routes() {
    return routes;
  }

  /// Makes the demonstration's plan where the municipality of its coordinator has no plan yet.
  public Future<Void> makeDemonstration(Actor coordinator) {
    return plans.makeDemonstration(coordinator, DEMONSTRATION);
  }
}
