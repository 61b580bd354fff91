package nl.beleidstafel.roles;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.rights.Outline;

/// What the feature keeps.
interface RolesStore {
  /// A plan's roles.
  ///
  /// @param version counts their changes; 0 where there are none yet
  record Kept(long version, Matrix matrix) {
    static final Kept NONE = new Kept(0, Matrix.EMPTY);
  }

  /// The last change of a section by somebody else since a member looked.
  ///
  /// @param partner whose member it was
  record Change(long atMs, PartnerId partner) {}

  /// The roles of plans, all of one moment; plans without are absent.
  Future<Map<PlanId, Kept>> read(List<PlanId> plans);

  /// As above, in a transaction that has locked the plans.
  Future<Map<PlanId, Kept>> read(Tx tx, List<PlanId> plans);

  /// Replaces a plan's roles and gives the new version; the transaction has locked the plan.
  Future<Long> write(Tx tx, PlanId plan, Matrix before, Matrix after);

  /// What the documents are open for: what partners, by partner and document, may do in them.
  Future<List<Grant>> grants(Tx tx, List<DocumentId> documents);

  /// Remembers that a member looked at a section, whose document they may read.
  Future<Void> visit(MemberId member, SectionId section, DocumentId document);

  /// By section, what others changed since the member looked; the rest is absent.
  Future<Map<SectionId, Change>> changes(MemberId member, List<Outline.Line> lines);

  /// Those that have plans.
  Future<List<MunicipalityId>> municipalities();

  default Future<Kept> read(PlanId plan) {
    return read(List.of(plan)).map(found -> found.getOrDefault(plan, Kept.NONE));
  }

  default Future<Kept> read(Tx tx, PlanId plan) {
    return read(tx, List.of(plan)).map(found -> found.getOrDefault(plan, Kept.NONE));
  }
}
