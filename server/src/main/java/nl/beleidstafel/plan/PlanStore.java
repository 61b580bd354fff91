package nl.beleidstafel.plan;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Tx;

/// What the feature keeps. A plan is only ever asked for together with the municipality of whoever
/// asks, so that another's is absent.
interface PlanStore {
  /// A plan in a list.
  record Line(PlanId id, String title) {}

  /// A plan about to be made.
  ///
  /// @param demonstration the one of the demonstration, of which there is one at most
  record NewPlan(
      PlanId id,
      MunicipalityId municipality,
      String title,
      String template,
      boolean demonstration,
      MemberId createdBy,
      long createdAtMs) {}

  /// Oldest first.
  Future<List<Line>> list(MunicipalityId municipality);

  Future<Optional<Plan>> find(MunicipalityId municipality, PlanId plan);

  /// Inserts the plan's row; false where there is such a demonstration plan already.
  Future<Boolean> insert(Tx tx, NewPlan plan);

  /// Adds sections at the end, in this order, from this position on.
  Future<Void> append(Tx tx, PlanId plan, List<Section> sections, int position);

  /// The plan as it is, held against other changes of its outline until the transaction ends.
  Future<Optional<Plan>> lock(Tx tx, MunicipalityId municipality, PlanId plan);

  /// Puts a section at its position and moves the rest down.
  Future<Void> insertAt(Tx tx, PlanId plan, Section section, int position);
}
