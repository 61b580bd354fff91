package nl.beleidstafel.rights;

import io.vertx.core.Future;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MunicipalityId;
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

  /// A plan was made, in this transaction, with all its documents: gives the roles it begins with
  /// and opens the documents accordingly.
  Future<Void> made(Tx tx, Actor maker, Outline outline, boolean demonstration);

  /// A section was added, in this transaction, to a plan that it has locked: opens its document to
  /// whom the roles on its part and the plan allow it.
  ///
  /// @param outline with the section in it
  Future<Void> added(Tx tx, MunicipalityId municipality, Outline outline, SectionId section);
}
