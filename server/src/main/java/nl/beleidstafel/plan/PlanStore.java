package nl.beleidstafel.plan;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// What the feature keeps. A plan is only ever asked for together with the municipality of whoever
/// asks, so that another's is absent.
interface PlanStore {
  /// A plan in a list.
  record Line(PlanId id, String title) {}

  /// A plan about to be made.
  ///
  /// @param demonstration the one of the demonstration, of which there is one at most
  /// @param period null where nobody said for which years it is
  record NewPlan(
      PlanId id,
      MunicipalityId municipality,
      String title,
      String template,
      boolean demonstration,
      MemberId createdBy,
      long createdAtMs,
      Plan.@Nullable Period period) {}

  /// The last that somebody wrote in a section.
  record LastChange(long atMs, MemberId member, PartnerId partner) {}

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

  /// Writes the outline that a locked plan has from now on: order, numbers, titles, what is off. No
  /// section comes; after one was deleted, positions close up.
  Future<Void> replace(Tx tx, Plan before, Plan after);

  /// Deletes a section with its document, for good.
  Future<Void> delete(Tx tx, PlanId plan, Section section);

  /// The seq of the document's last update.
  Future<Long> seq(DocumentId document);

  /// The same, and it stays the last until the transaction ends.
  Future<Long> hold(Tx tx, DocumentId document);

  /// By section; those in which nobody wrote yet are left out.
  Future<Map<SectionId, LastChange>> lastChanges(PlanId plan);
}
