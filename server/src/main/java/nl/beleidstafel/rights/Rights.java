package nl.beleidstafel.rights;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Tx;

/// What follows from roles, for whoever shows or changes a plan. Any thread; nothing waits.
public interface Rights {
  /// Whether the actor's partner may make plans.
  Future<Boolean> mayMake(Actor actor);

  /// What the actor may see of a plan, now.
  Future<Standing> standing(Actor actor, Outline outline);

  /// Whether the actor's partner coordinates the plan, now.
  Future<Boolean> coordinates(Actor actor, PlanId plan);

  /// Whether the actor's partner coordinates the plan, which the transaction has locked.
  Future<Boolean> coordinates(Tx tx, Actor actor, PlanId plan);

  /// The roles of all partners in each of these sections, those on its part and on the whole plan
  /// included. Who asks shows nothing of sections that their reader may not read.
  Future<Map<SectionId, Map<PartnerId, List<String>>>> roles(Outline outline);

  /// A plan was made, in this transaction, with all its documents: gives the roles it begins with
  /// and opens the documents accordingly.
  ///
  /// @param without partners that begin without a role
  Future<Void> made(
      Tx tx, Actor maker, Outline outline, boolean demonstration, Set<PartnerId> without);

  /// The outline of a plan that the transaction has locked became another one: opens and closes
  /// documents accordingly, and tells those whose view changed. The document of a section that is
  /// no more goes with it.
  Future<Void> reshaped(Tx tx, MunicipalityId municipality, Outline before, Outline after);
}
