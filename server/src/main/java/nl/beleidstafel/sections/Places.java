package nl.beleidstafel.sections;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Database;

/// Where sections stand, and who may read them. Any thread; nothing waits.
public interface Places {
  /// The section; empty where the actor may not read it, or there is none.
  Future<Optional<Place>> find(Actor actor, SectionId section);

  /// Those sections of a plan that the actor may read, in reading order, without those that are
  /// switched off; empty where there is no such plan in the actor's municipality.
  Future<List<Place>> of(Actor actor, PlanId plan);

  /// The partners whose members may read the document now.
  Future<Set<PartnerId>> readers(DocumentId document);

  /// The partners whose members may write in the document now.
  Future<Set<PartnerId>> writers(DocumentId document);

  /// The places in the database.
  ///
  /// @param coordinates whether an actor's partner coordinates a plan
  static Places of(Database database, BiFunction<Actor, PlanId, Future<Boolean>> coordinates) {
    return new PgPlaces(database, coordinates);
  }
}
