package nl.beleidstafel.roles;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Channels.Event;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.rights.Outline;
import nl.beleidstafel.rights.Partner;
import nl.beleidstafel.roles.Roles.Situation;

/// From roles to open documents: writes a plan's roles together with what they open and close, and
/// tells those whose view changes.
final class Opening {
  private final RolesStore store;
  private final Collab collab;
  private final Channels channels;
  private final Meanings meanings;

  Opening(RolesStore store, Collab collab, Channels channels, Meanings meanings) {
    this.store = store;
    this.collab = collab;
    this.channels = channels;
    this.meanings = meanings;
  }

  /// Replaces the roles of a plan that the transaction has locked; gives the new version.
  Future<Long> change(Tx tx, Situation now, Matrix after) {
    Matrix before = now.kept().matrix();
    Outline outline = now.outline();
    List<Grant> grants = new ArrayList<>();
    Set<PartnerId> planSeen = new HashSet<>();
    Set<PartnerId> rolesSeen = new HashSet<>();
    for (Partner partner : now.partners()) {
      PartnerId id = partner.id();
      for (Outline.Line line : outline.lines()) {
        Level level = RightsRules.level(meanings, after, id, line);
        if (level != RightsRules.level(meanings, before, id, line)) {
          grants.add(new Grant(line.document(), id, level));
        }
      }
      if (!Views.plan(meanings, before, outline, id)
          .equals(Views.plan(meanings, after, outline, id))) {
        planSeen.add(id);
      }
      if (!Views.roles(meanings, before, outline, id)
          .equals(Views.roles(meanings, after, outline, id))) {
        rolesSeen.add(id);
      }
    }
    return store
        .write(tx, outline.plan(), before, after)
        .compose(version -> {
          tell(tx, outline.plan(), version, planSeen, rolesSeen);
          return collab.grantAll(tx, grants).map(version);
        });
  }

  void tell(Tx tx, PlanId plan, long version, Set<PartnerId> planSeen, Set<PartnerId> rolesSeen) {
    tx.atEnd(() -> {
      channels.tell(plan, Event.PLAN_CHANGED, version, planSeen);
      channels.tell(plan, Event.ROLES_CHANGED, version, rolesSeen);
    });
  }

  /// What the roles allow the partners in these sections, without what is not allowed.
  List<Grant> grants(Matrix matrix, List<Outline.Line> lines, List<Partner> partners) {
    List<Grant> grants = new ArrayList<>();
    for (Outline.Line line : lines) {
      for (Partner partner : partners) {
        Level level = RightsRules.level(meanings, matrix, partner.id(), line);
        if (level != Level.NONE) {
          grants.add(new Grant(line.document(), partner.id(), level));
        }
      }
    }
    return grants;
  }

  /// Opens and closes what is not as the roles say: what a role means may have been written anew
  /// since the last start.
  Future<Void> reconcile(Tx tx, List<Grant> wanted, List<DocumentId> documents) {
    return store
        .grants(tx, documents)
        .compose(found -> {
          Map<List<Object>, Grant> missing =
              new HashMap<>(
                  wanted.stream()
                      .collect(
                          Collectors.toMap(
                              grant -> List.of(grant.document(), grant.partner()),
                              grant -> grant)));
          List<Grant> changes = new ArrayList<>();
          for (Grant grant : found) {
            Grant right = missing.remove(List.of(grant.document(), grant.partner()));
            if (right == null) {
              changes.add(new Grant(grant.document(), grant.partner(), Level.NONE));
            } else if (right.level() != grant.level()) {
              changes.add(right);
            }
          }
          changes.addAll(missing.values());
          return collab.grantAll(tx, changes);
        });
  }
}
