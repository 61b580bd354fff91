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
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Channels.Event;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.rights.Outline;
import nl.beleidstafel.rights.Partner;
import nl.beleidstafel.roles.Roles.Situation;
import org.jspecify.annotations.Nullable;

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

  /// A plan as it is at one moment: what follows for anybody, follows from this.
  private record Moment(Outline outline, Matrix matrix) {}

  /// Replaces the roles of a plan that the transaction has locked; gives the new version.
  Future<Long> change(Tx tx, Situation now, Matrix after) {
    return change(
        tx,
        now.partners(),
        new Moment(now.outline(), now.kept().matrix()),
        new Moment(now.outline(), after));
  }

  /// Lets the documents follow another outline of a plan that the transaction has locked; gives the
  /// new version of its roles.
  Future<Long> reshape(Tx tx, Situation now, Outline after) {
    Matrix matrix = now.kept().matrix();
    return change(tx, now.partners(), new Moment(now.outline(), matrix), new Moment(after, matrix));
  }

  private Future<Long> change(Tx tx, List<Partner> partners, Moment before, Moment after) {
    List<Grant> grants = new ArrayList<>();
    Set<PartnerId> planSeen = new HashSet<>();
    Set<PartnerId> rolesSeen = new HashSet<>();
    Map<SectionId, Outline.Line> known = new HashMap<>();
    before.outline().lines().forEach(line -> known.put(line.section(), line));
    for (Partner partner : partners) {
      PartnerId id = partner.id();
      for (Outline.Line line : after.outline().lines()) {
        Level level = RightsRules.level(meanings, after.matrix(), id, line);
        if (level != level(before.matrix(), id, known.get(line.section()))) {
          grants.add(new Grant(line.document(), id, level));
        }
      }
      if (!Views.plan(meanings, before.matrix(), before.outline(), id)
          .equals(Views.plan(meanings, after.matrix(), after.outline(), id))) {
        planSeen.add(id);
      }
      if (!Views.roles(meanings, before.matrix(), before.outline(), id)
          .equals(Views.roles(meanings, after.matrix(), after.outline(), id))) {
        rolesSeen.add(id);
      }
    }
    PlanId plan = after.outline().plan();
    return store
        .write(tx, plan, before.matrix(), after.matrix())
        .compose(version -> {
          tell(tx, plan, version, planSeen, rolesSeen);
          return collab.grantAll(tx, grants).map(version);
        });
  }

  private Level level(Matrix matrix, PartnerId partner, Outline.@Nullable Line line) {
    return line == null ? Level.NONE : RightsRules.level(meanings, matrix, partner, line);
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
