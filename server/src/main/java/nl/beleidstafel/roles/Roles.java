package nl.beleidstafel.roles;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.rights.Outline;
import nl.beleidstafel.rights.Outlines;
import nl.beleidstafel.rights.Partner;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.roles.RolesStore.Kept;
import org.jspecify.annotations.Nullable;

/// What the coordinator of a plan does with its roles. Each change is one transaction: the roles,
/// the documents' rights and the audit log are written together. Any thread; nothing waits.
final class Roles {
  /// How a change ended.
  sealed interface Outcome {
    /// @param added how many roles were given that were not there
    record Done(long version, int added) implements Outcome {}

    /// There is no such plan, section or partner.
    record Absent() implements Outcome {}

    record NotCoordinator() implements Outcome {}

    /// Somebody else changed the roles since.
    record Meanwhile(long version) implements Outcome {}

    /// The plan would have nobody who leads it.
    record LastCoordinator() implements Outcome {}

    /// The partner leads the plan: nothing is decided about it besides its roles.
    record Leads() implements Outcome {}

    /// A word of the request that names nothing.
    record Unknown(String field) implements Outcome {}
  }

  /// What the default table would give.
  sealed interface Preview {
    record Role(PartnerId partner, Scope scope, String role) {}

    record Found(List<Role> roles) implements Preview {}

    /// There is no such plan.
    record Absent() implements Preview {}

    record NotCoordinator() implements Preview {}
  }

  /// What a change is asked for.
  ///
  /// @param version of the roles that the actor saw
  /// @param origin the network address of the request
  record Wish(Actor actor, PlanId plan, long version, String origin) {}

  /// A plan, locked, and all that decides about a change of its roles.
  record Situation(Outline outline, List<Partner> partners, Kept kept) {
    boolean hasPartner(PartnerId id) {
      return partners.stream().anyMatch(partner -> partner.id().equals(id));
    }
  }

  /// What a change comes to.
  private sealed interface Decision {
    record To(Matrix matrix) implements Decision {}

    record No(Outcome outcome) implements Decision {}
  }

  private final Database database;
  private final RolesStore store;
  private final Outlines outlines;
  private final Partners partners;
  private final Opening opening;
  private final Audit audit;
  private final RolesConfig config;

  Roles(
      Database database,
      RolesStore store,
      Outlines outlines,
      Partners partners,
      Opening opening,
      Audit audit,
      RolesConfig config) {
    this.database = database;
    this.store = store;
    this.outlines = outlines;
    this.partners = partners;
    this.opening = opening;
    this.audit = audit;
    this.config = config;
  }

  /// Sets the roles of a partner on a scope.
  Future<Outcome> assign(Wish wish, PartnerId partner, Scope scope, Set<String> roles) {
    String object = partner + " " + scope.word();
    return change(
        wish,
        "roles.assign",
        "partner",
        object,
        now -> {
          if (!now.hasPartner(partner)) {
            return new Decision.No(new Outcome.Absent());
          }
          SectionId section = scope.section();
          if (section != null && now.outline().line(section).isEmpty()) {
            return new Decision.No(new Outcome.Unknown("scope"));
          }
          if (!roles.stream().allMatch(config.meanings()::knows)) {
            return new Decision.No(new Outcome.Unknown("roles"));
          }
          Matrix after = now.kept().matrix().with(partner, scope, roles);
          return RightsRules.isLed(config.meanings(), after)
              ? new Decision.To(after)
              : new Decision.No(new Outcome.LastCoordinator());
        });
  }

  /// Gives partners the roles that their kind has at first, and takes none.
  ///
  /// @param only these partners; empty for all
  Future<Outcome> fill(Wish wish, Set<PartnerId> only) {
    return change(
        wish,
        "roles.fill",
        "plan",
        wish.plan().toString(),
        now -> {
          if (!only.stream().allMatch(now::hasPartner)) {
            return new Decision.No(new Outcome.Unknown("partners"));
          }
          Matrix after = now.kept().matrix();
          for (Partner partner : now.partners()) {
            if (only.isEmpty() || only.contains(partner.id())) {
              after = after.adding(partner.id(), config.cells(now.outline(), partner.kind()));
            }
          }
          return new Decision.To(after);
        });
  }

  /// What {@link #fill} would give to all partners now, in the order of partners and sections.
  Future<Preview> preview(Actor actor, PlanId plan) {
    return outlines
        .find(actor.municipality(), plan)
        .compose(found ->
            found.isEmpty()
                ? Future.succeededFuture(new Preview.Absent())
                : partners
                    .of(actor.municipality())
                    .compose(all ->
                        store
                            .read(plan)
                            .map(kept -> preview(actor, found.get(), all, kept.matrix()))));
  }

  private Preview preview(Actor actor, Outline outline, List<Partner> all, Matrix now) {
    if (!RightsRules.coordinates(config.meanings(), now, actor.partner())) {
      return new Preview.NotCoordinator();
    }
    List<Scope> scopes = new ArrayList<>(List.of(Scope.PLAN));
    outline.lines().forEach(line -> scopes.add(new Scope(line.section())));
    List<Preview.Role> roles = new ArrayList<>();
    for (Partner partner : all) {
      Map<Scope, Set<String>> cells = config.cells(outline, partner.kind());
      for (Scope scope : scopes) {
        for (String role : new TreeSet<>(cells.getOrDefault(scope, Set.of()))) {
          if (!now.at(partner.id(), scope).contains(role)) {
            roles.add(new Preview.Role(partner.id(), scope, role));
          }
        }
      }
    }
    return new Preview.Found(roles);
  }

  /// Hides a section from who has no role in it, or shows it again.
  Future<Outcome> hide(Wish wish, SectionId section, boolean hide) {
    String action = hide ? "section.hide" : "section.show";
    return change(
        wish,
        action,
        "section",
        section.toString(),
        now ->
            now.outline().line(section).isEmpty()
                ? new Decision.No(new Outcome.Absent())
                : new Decision.To(now.kept().matrix().hiding(section, hide)));
  }

  /// Decides what a partner may do in a section whatever its roles say.
  ///
  /// @param level null lets the roles decide again
  Future<Outcome> override(Wish wish, SectionId section, PartnerId partner, @Nullable Level level) {
    Cell cell = new Cell(section, partner);
    String object = section + " " + partner;
    return change(
        wish,
        "section.override",
        "section",
        object,
        now -> {
          if (now.outline().line(section).isEmpty() || !now.hasPartner(partner)) {
            return new Decision.No(new Outcome.Absent());
          }
          Matrix before = now.kept().matrix();
          if (level == null) {
            return new Decision.To(before.notOverriding(cell));
          }
          return RightsRules.coordinates(config.meanings(), before, partner)
              ? new Decision.No(new Outcome.Leads())
              : new Decision.To(before.overriding(cell, level));
        });
  }

  private Future<Outcome> change(
      Wish wish,
      String action,
      String objectKind,
      String object,
      Function<Situation, Decision> decide) {
    Actor actor = wish.actor();
    return database
        .<Outcome>transaction(tx ->
            outlines
                .lock(tx, actor.municipality(), wish.plan())
                .compose(found ->
                    found.isEmpty()
                        ? Future.succeededFuture(new Outcome.Absent())
                        : partners
                            .of(tx, actor.municipality())
                            .compose(all ->
                                store
                                    .read(tx, wish.plan())
                                    .map(kept -> new Situation(found.get(), all, kept)))
                            .compose(now -> {
                              Deed deed =
                                  Deed.done(actor, action, objectKind, object, wish.origin());
                              return switch (decide(wish, now, decide)) {
                                case Decision.No(var outcome) -> Future.succeededFuture(outcome);
                                case Decision.To(var after) ->
                                    opening
                                        .change(tx, now, after)
                                        .compose(version -> audit.note(tx, deed).map(version))
                                        .map(version -> done(now, after, version));
                              };
                            })))
        .compose(outcome ->
            outcome instanceof Outcome.NotCoordinator
                ? audit
                    .note(Deed.refused(actor, action, objectKind, object, wish.origin()))
                    .map(outcome)
                : Future.succeededFuture(outcome));
  }

  private static Outcome done(Situation now, Matrix after, long version) {
    return new Outcome.Done(version, after.size() - now.kept().matrix().size());
  }

  /// Whether the actor may is asked before anything else, so that nobody learns from a refusal what
  /// there is.
  private Decision decide(Wish wish, Situation now, Function<Situation, Decision> decide) {
    Kept kept = now.kept();
    if (!RightsRules.coordinates(config.meanings(), kept.matrix(), wish.actor().partner())) {
      return new Decision.No(new Outcome.NotCoordinator());
    }
    if (kept.version() != wish.version()) {
      return new Decision.No(new Outcome.Meanwhile(kept.version()));
    }
    Decision decision = decide.apply(now);
    return decision instanceof Decision.To(var after) && after.equals(kept.matrix())
        ? new Decision.No(new Outcome.Done(kept.version(), 0))
        : decision;
  }
}
