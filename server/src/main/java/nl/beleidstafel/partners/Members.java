package nl.beleidstafel.partners;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.sections.Traces;

/// The people of a municipality: who they are, what they may do, how they leave. Virtual threads:
/// waits, and refuses by throwing.
final class Members {
  private final Parts parts;

  Members(Parts parts) {
    this.parts = parts;
  }

  /// What the actor may do at this moment.
  Standing standing(Actor actor) {
    return parts
        .members()
        .standing(actor)
        .await()
        .orElseThrow(() -> Refusals.of(Problem.sessionRequired()));
  }

  /// Those that the actor may see: all of the municipality for an administrator, with who left;
  /// otherwise the present people of the actor's own partner.
  List<Person> list(Actor actor, Standing standing) {
    Predicate<Person> shown =
        standing.administrator()
            ? each -> !each.removed() || each.name().isPresent()
            : each -> !each.removed() && each.partner().equals(actor.partner());
    return parts.members().list(actor.municipality()).await().stream().filter(shown).toList();
  }

  /// Changes what somebody may do.
  void change(
      Actor actor,
      MemberId id,
      boolean administrator,
      boolean contact,
      Optional<Boolean> operator,
      String origin) {
    Standing standing = standing(actor);
    parts.deed(
        actor,
        "member.change",
        "member",
        id,
        origin,
        tx -> {
          if (operator.isPresent() && !standing.operator()) {
            throw Refusals.of(Refusals.OPERATOR_REQUIRED);
          }
          parts.partners().lock(tx, actor.municipality()).await();
          List<Person> people = parts.members().list(tx, actor.municipality()).await();
          Person person = find(people, id);
          boolean operates = operator.orElse(person.operator()) && administrator;
          if (administrator && !mayAdminister(tx, actor, person)) {
            throw Refusals.of(Refusals.ADMINISTRATOR_ELSEWHERE);
          }
          keepOne(people, person, administrator, operates);
          parts.members().change(tx, id, administrator, operates, contact).await();
          return parts
              .audit()
              .note(tx, Deed.done(actor, "member.change", "member", id, origin))
              .await();
        });
    parts.neighbours().ended().accept(id);
  }

  private boolean mayAdminister(Tx tx, Actor actor, Person person) {
    return parts.partners().list(tx, actor.municipality()).await().stream()
        .anyMatch(partner ->
            partner.id().equals(person.partner())
                && partner.kind().equals(Partner.MUNICIPALITY)
                && (person.account() || person.administrator()));
  }

  /// Removes somebody; once more with `erase`, their name goes too.
  void remove(Actor actor, MemberId id, boolean erase, String origin) {
    Standing standing = standing(actor);
    boolean present =
        parts.deed(
            actor,
            "member.remove",
            "member",
            id,
            origin,
            tx -> {
              parts.partners().lock(tx, actor.municipality()).await();
              List<Person> people = parts.members().list(tx, actor.municipality()).await();
              Person person =
                  people.stream()
                      .filter(each -> each.id().equals(id))
                      .filter(each -> !each.removed() || (erase && standing.administrator()))
                      .findFirst()
                      .orElseThrow(Refusals::absent);
              if (!standing.mayRemove(person)) {
                // What one may not see looks absent.
                throw person.partner().equals(actor.partner())
                    ? Refusals.of(Refusals.NOT_YOURS)
                    : Refusals.absent();
              }
              keepOne(people, person, false, false);
              depart(tx, actor, person, erase, origin);
              return !person.removed();
            });
    if (present) {
      parts.neighbours().ended().accept(id);
    }
  }

  /// Ends everything that somebody has here, in this order: what they send is stored no more, they
  /// cannot come in, they are gone.
  void depart(Tx tx, Actor actor, Person person, boolean erase, String origin) {
    MemberId id = person.id();
    if (!person.removed()) {
      parts.members().lock(tx, Set.of(id)).await();
      parts.neighbours().bar().apply(tx, id).await();
      parts.entrance().leave(tx, id).await();
      parts.members().remove(tx, id, parts.clock().nowMs()).await();
      parts.audit().note(tx, Deed.done(actor, "member.remove", "member", id, origin)).await();
    }
    if (erase) {
      parts.members().blank(tx, id).await();
      parts.audit().note(tx, Deed.done(actor, "member.erase", "member", id, origin)).await();
    }
  }

  void rename(Actor actor, String name, String origin) {
    parts
        .database()
        .inTransaction(tx -> {
          parts.members().rename(tx, actor.member(), name).await();
          return parts
              .audit()
              .note(tx, Deed.done(actor, "member.rename", "member", actor.member(), origin))
              .await();
        });
  }

  /// What is kept about the actor, to take along.
  String about(Actor actor, String origin) {
    parts.audit().note(Deed.done(actor, "member.export", "member", actor.member(), origin)).await();
    JsonObject about = new JsonObject(parts.members().about(actor.member()).await());
    for (Traces traces : parts.neighbours().traces()) {
      about.mergeIn(traces.of(actor.member()).await());
    }
    return about.encodePrettily();
  }

  /// The actor goes, and nothing of them stays but an id.
  void erase(Actor actor, String password, String origin) {
    parts
        .entrance()
        .confirm(actor, password, origin)
        .ifPresent(problem -> {
          throw Refusals.of(problem);
        });
    parts
        .database()
        .inTransaction(tx -> {
          parts.partners().lock(tx, actor.municipality()).await();
          List<Person> people = parts.members().list(tx, actor.municipality()).await();
          Person self = find(people, actor.member());
          keepOne(people, self, false, false);
          depart(tx, actor, self, true, origin);
          return self;
        });
    parts.neighbours().ended().accept(actor.member());
  }

  Future<Map<UUID, String>> names(MunicipalityId municipality, Set<UUID> ids) {
    return parts.members().names(municipality, ids);
  }

  /// Refuses what would leave the municipality without an administrator, or all of them without an
  /// operator.
  private static void keepOne(
      List<Person> people, Person person, boolean administrator, boolean operator) {
    List<Person> others = people.stream().filter(each -> !each.id().equals(person.id())).toList();
    if (person.administrator()
        && !administrator
        && others.stream().noneMatch(Person::administrator)) {
      throw Refusals.of(Refusals.LAST_ADMINISTRATOR);
    }
    if (person.operator() && !operator && others.stream().noneMatch(Person::operator)) {
      throw Refusals.of(Refusals.LAST_OPERATOR);
    }
  }

  private static Person find(List<Person> people, MemberId id) {
    return people.stream()
        .filter(each -> each.id().equals(id) && !each.removed())
        .findFirst()
        .orElseThrow(Refusals::absent);
  }
}
