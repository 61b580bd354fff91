package nl.beleidstafel.roles;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.rights.Outline;
import nl.beleidstafel.rights.Outlines;
import nl.beleidstafel.rights.Partner;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.roles.RolesStore.Kept;

/// Partners that come and go, and what was written anew in `config/` while the server was down.
final class Membership {
  private final Database database;
  private final RolesStore store;
  private final Outlines outlines;
  private final Partners partners;
  private final Collab collab;
  private final Opening opening;
  private final RolesConfig config;

  Membership(
      Database database,
      RolesStore store,
      Outlines outlines,
      Partners partners,
      Collab collab,
      Opening opening,
      RolesConfig config) {
    this.database = database;
    this.store = store;
    this.outlines = outlines;
    this.partners = partners;
    this.collab = collab;
    this.opening = opening;
    this.config = config;
  }

  /// All plans of a municipality, locked with its partners.
  private record All(List<Partner> partners, List<Outline> outlines, Map<PlanId, Kept> kept) {
    Kept of(Outline outline) {
      return kept.getOrDefault(outline.plan(), Kept.NONE);
    }

    Set<PartnerId> ids() {
      Set<PartnerId> ids = new HashSet<>();
      partners.forEach(partner -> ids.add(partner.id()));
      return ids;
    }

    List<DocumentId> documents() {
      return outlines.stream()
          .flatMap(outline -> outline.lines().stream())
          .map(Outline.Line::document)
          .toList();
    }
  }

  private Future<All> lockAll(Tx tx, MunicipalityId municipality) {
    return partners
        .lock(tx, municipality)
        .compose(all ->
            outlines
                .lockAll(tx, municipality)
                .compose(plans ->
                    store
                        .read(tx, plans.stream().map(Outline::plan).toList())
                        .map(kept -> new All(all, plans, kept))));
  }

  /// A partner takes part from now on: it gets the roles of its kind in every plan. The documents
  /// whose rights changed.
  Future<List<DocumentId>> joined(
      Tx tx, MunicipalityId municipality, PartnerId partner, String kind) {
    return lockAll(tx, municipality)
        .compose(all -> {
          Future<Void> done = Future.succeededFuture();
          List<Grant> grants = new ArrayList<>();
          List<Partner> only = List.of(new Partner(partner, "", "", 0, kind));
          for (Outline outline : all.outlines()) {
            Matrix before = all.of(outline).matrix();
            Matrix after = before.adding(partner, config.cells(outline, kind));
            grants.addAll(opening.grants(after, outline.lines(), only));
            done = done.compose(_ -> write(tx, all, outline, before, after));
          }
          return done.compose(_ -> collab.grantAll(tx, grants)).map(_ -> all.documents());
        });
  }

  /// A partner takes no part any more: nothing is open to it. Where nobody else leads a plan, a
  /// partner of the municipality itself does from now on.
  Future<List<DocumentId>> left(Tx tx, MunicipalityId municipality, PartnerId partner) {
    return lockAll(tx, municipality)
        .compose(all -> {
          List<Partner> others =
              all.partners().stream().filter(each -> !each.id().equals(partner)).toList();
          Future<Void> done = Future.succeededFuture();
          List<Grant> grants = new ArrayList<>();
          for (Outline outline : all.outlines()) {
            Matrix before = all.of(outline).matrix();
            Matrix rest = before.without(partner);
            Matrix after = led(rest, others);
            outline
                .lines()
                .forEach(line -> grants.add(new Grant(line.document(), partner, Level.NONE)));
            if (!after.equals(rest)) {
              grants.addAll(opening.grants(after, outline.lines(), others));
            }
            done = done.compose(_ -> write(tx, all, outline, before, after));
          }
          return done.compose(_ -> collab.grantAll(tx, grants)).map(_ -> all.documents());
        });
  }

  private Matrix led(Matrix matrix, List<Partner> partners) {
    Meanings meanings = config.meanings();
    return RightsRules.isLed(meanings, matrix)
        ? matrix
        : partners.stream()
            .filter(partner -> partner.kind().equals(RolesRights.MUNICIPALITY))
            .findFirst()
            .map(partner ->
                matrix.adding(
                    partner.id(), Map.of(Scope.PLAN, Set.of(meanings.coordinating().id()))))
            .orElse(matrix);
  }

  /// Who takes part is seen by all.
  private Future<Void> write(Tx tx, All all, Outline outline, Matrix before, Matrix after) {
    return store
        .write(tx, outline.plan(), before, after)
        .map(version -> {
          opening.tell(tx, outline.plan(), version, Set.of(), all.ids());
          return null;
        });
  }

  /// Lets the documents of all plans follow the roles as they are written now. At start.
  Future<Void> reconcile() {
    return store
        .municipalities()
        .compose(all -> {
          Future<Void> done = Future.succeededFuture();
          for (MunicipalityId municipality : all) {
            done = done.compose(_ -> database.transaction(tx -> reconcile(tx, municipality)));
          }
          return done;
        });
  }

  private Future<Void> reconcile(Tx tx, MunicipalityId municipality) {
    return lockAll(tx, municipality)
        .compose(all -> {
          List<Grant> wanted = new ArrayList<>();
          for (Outline outline : all.outlines()) {
            wanted.addAll(
                opening.grants(all.of(outline).matrix(), outline.lines(), all.partners()));
          }
          return opening.reconcile(tx, wanted, all.documents());
        });
  }
}
