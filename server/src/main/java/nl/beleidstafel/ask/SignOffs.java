package nl.beleidstafel.ask;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.ask.AskSlice.Around;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.rights.Outline;
import nl.beleidstafel.sections.Place;
import nl.beleidstafel.sections.Seal;

/// Sign-offs, as people give and withdraw them. Virtual threads: waits. Rules K8 to K10 of
/// `docs/spec.md`.
final class SignOffs {
  /// The sign-offs of a section as an actor finds them.
  ///
  /// @param now what the section says now
  record Shown(Place place, List<SignOff> signOffs, Seal now, boolean maySign) {}

  private final SignOffStore store;
  private final Around around;
  private final Staleness staleness;

  SignOffs(SignOffStore store, Around around, Staleness staleness) {
    this.store = store;
    this.around = around;
    this.staleness = staleness;
  }

  /// Empty where the actor may not read the section.
  Optional<Shown> of(Actor actor, SectionId section) {
    return around
        .places()
        .find(actor, section)
        .await()
        .map(place ->
            new Shown(
                place,
                store.of(section).await(),
                around.seals().now(section).await(),
                maySign(actor, place)));
  }

  /// Who speaks for a partner that has a role in the section, or was asked about it.
  private boolean maySign(Actor actor, Place place) {
    boolean speaks =
        around.people().speakers(actor.municipality(), Set.of(actor.partner())).await().stream()
            .anyMatch(each -> each.member().equals(actor.member()));
    return speaks && (hasRole(actor, place) || asked(actor, place));
  }

  private boolean hasRole(Actor actor, Place place) {
    Optional<Outline> outline = around.outlines().find(actor.municipality(), place.plan()).await();
    return outline.isPresent()
        && !around
            .rights()
            .roles(outline.get())
            .await()
            .getOrDefault(place.section(), Map.of())
            .getOrDefault(actor.partner(), List.of())
            .isEmpty();
  }

  private boolean asked(Actor actor, Place place) {
    return store.asked(place.section(), actor.partner()).await();
  }

  /// @param seen the hash of the text that the actor agrees to
  Ended sign(Actor actor, SectionId section, Bytes seen, String origin) {
    Optional<Place> found = around.places().find(actor, section).await();
    if (found.isEmpty()) {
      return Ended.ABSENT;
    }
    Place place = found.get();
    if (!maySign(actor, place)) {
      return Ended.MAY_NOT_SIGN;
    }
    Seal seal = around.seals().now(section).await();
    if (!seal.sha256().equals(seen)) {
      return Ended.TEXT_CHANGED;
    }
    long now = around.clock().nowMs();
    SignOff signOff =
        new SignOff(
            UUID.randomUUID(),
            section,
            actor.partner(),
            actor.member(),
            now,
            seal.seq(),
            seal.sha256(),
            seal.version(),
            null,
            null);
    return around
        .database()
        .inTransaction(tx -> {
          if (store.count(tx, section).await() >= Limits.SIGN_OFFS_OF_SECTION_MAX) {
            return Ended.TOO_MANY;
          }
          store.replace(tx, section, actor.partner(), now).await();
          store.insert(tx, signOff).await();
          staleness.plan(tx, signOff, now).await();
          note(tx, actor, "sign-off.give", signOff, origin);
          changed(tx, place);
          return Ended.DONE;
        });
  }

  /// Who speaks for the partner withdraws, and says why.
  Ended withdraw(Actor actor, UUID id, String reason, String origin) {
    Optional<SectionId> section = store.sectionOf(id).await();
    Optional<Place> found = section.flatMap(each -> around.places().find(actor, each).await());
    if (found.isEmpty()) {
      return Ended.ABSENT;
    }
    Place place = found.get();
    boolean may = maySign(actor, place);
    return around
        .database()
        .inTransaction(tx -> {
          Optional<SignOff> signOff = store.lock(tx, id).await();
          if (signOff.isEmpty()) {
            return Ended.ABSENT;
          }
          if (!may || !signOff.get().partner().equals(actor.partner())) {
            return Ended.MAY_NOT_SIGN;
          }
          if (!signOff.get().stands()) {
            return Ended.OVER;
          }
          long now = around.clock().nowMs();
          store.withdraw(tx, id, new SignOff.Withdrawal(actor.member(), now, reason)).await();
          note(tx, actor, "sign-off.withdraw", signOff.get(), origin);
          changed(tx, place);
          return Ended.DONE;
        });
  }

  private void note(Tx tx, Actor actor, String action, SignOff signOff, String origin) {
    around.audit().note(tx, Deed.done(actor, action, "section", signOff.section(), origin)).await();
  }

  private void changed(Tx tx, Place place) {
    var readers = around.places().readers(place.document()).await();
    tx.atEnd(() ->
        around
            .channels()
            .tell(place.plan(), Channels.Event.ASKS_CHANGED, place.section(), 0, readers));
  }
}
