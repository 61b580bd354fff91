package nl.beleidstafel.plan;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.plan.template.Templates;
import nl.beleidstafel.rights.Outlines;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.rights.Rights;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Tally;

/// Plans, wired.
public final class PlanSlice {
  private static final String DEMONSTRATION = "Drugspreventiebeleid Demostad 2027–2030";

  private final Plans plans;
  private final Routes routes;

  /// What others know, that plans ask for.
  ///
  /// @param tallies what features count in sections
  /// @param nameOf a municipality's name
  public record Neighbours(
      Rights rights,
      Partners partners,
      People people,
      Audit audit,
      List<Tally> tallies,
      Function<MunicipalityId, Future<Optional<String>>> nameOf) {
    public Neighbours {
      tallies = List.copyOf(tallies);
    }
  }

  /// Builds everything; touches no database.
  public PlanSlice(
      Database database, Collab collab, Templates templates, Clock clock, Neighbours neighbours) {
    PlanStore store = new PgPlanStore(database);
    Rights rights = neighbours.rights();
    List<Tally> tallies = neighbours.tallies();
    PlanJson json = new PlanJson(neighbours.nameOf());
    plans = new Plans(database, store, collab, rights, templates, clock);
    Reshaping reshaping = new Reshaping(database, store, collab, rights, neighbours.audit(), clock);
    Reading reading =
        new Reading(
            plans,
            store,
            collab,
            rights,
            neighbours.partners(),
            neighbours.people(),
            tallies,
            new SheetTexts(store, collab));
    routes =
        new Routes()
            .addAll(new PlanRoutes(plans, json).routes())
            .addAll(
                new OutlineRoutes(plans, reshaping, new Blankness(store, collab, tallies), json)
                    .routes())
            .addAll(new ReadingRoutes(reading).routes())
            .describedIn("plan");
  }

  /// Plans as those see them who give roles.
  public static Outlines outlines(Database database) {
    return new PgOutlines(database);
  }

  public Routes routes() {
    return routes;
  }

  /// Makes the demonstration's plan where the municipality of its coordinator has no plan yet;
  /// whether it did.
  public Future<Boolean> makeDemonstration(Actor coordinator) {
    return plans.makeDemonstration(coordinator, DEMONSTRATION);
  }
}
