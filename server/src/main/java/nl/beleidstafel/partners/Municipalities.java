package nl.beleidstafel.partners;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.partners.PartnerStore.Town;

/// Municipalities as the operator makes them. What happens inside one, an operator of another does
/// not see. Virtual threads: waits, and refuses by throwing.
final class Municipalities {
  /// A municipality, and the invitation of its first person as long as nobody is in it.
  record Line(Town town, Optional<Invitation> waiting) {}

  private final Parts parts;
  private final Members members;
  private final Invitations invitations;

  Municipalities(Parts parts, Members members, Invitations invitations) {
    this.parts = parts;
    this.members = members;
    this.invitations = invitations;
  }

  List<Line> list(Actor actor) {
    require(actor);
    List<Line> lines = new ArrayList<>();
    for (Town town : parts.partners().towns().await()) {
      lines.add(
          new Line(
              town,
              town.inhabited()
                  ? Optional.empty()
                  : parts.invitations().list(town.id()).await().stream().findFirst()));
    }
    return lines;
  }

  /// Makes one, with its own partner, and invites its first administrator.
  MunicipalityId add(Actor actor, String name, Invitations.Guest guest, String origin) {
    parts.pace().mail(actor, guest.email());
    MunicipalityId id = new MunicipalityId(UUID.randomUUID());
    List<DocumentId> changed =
        parts.deed(
            actor,
            "municipality.add",
            "municipality",
            id,
            origin,
            tx -> {
              require(actor);
              parts.partners().lock(tx, actor.municipality()).await();
              List<Town> towns = parts.partners().towns().await();
              if (towns.size() >= Limits.MUNICIPALITIES_MAX) {
                throw Refusals.full(Limits.MUNICIPALITIES_MAX, "gemeenten", "municipalities");
              }
              if (towns.stream().anyMatch(each -> each.name().equalsIgnoreCase(name))) {
                throw Refusals.townTaken();
              }
              long now = parts.clock().nowMs();
              Partner own =
                  new Partner(
                      new PartnerId(UUID.randomUUID()),
                      Partner.MUNICIPALITY,
                      name,
                      MarkRules.propose(name, List.of()),
                      0);
              parts.partners().insertTown(tx, id, name, now).await();
              parts.partners().insert(tx, id, own, now).await();
              List<DocumentId> joined =
                  parts.neighbours().partnerships().joined(tx, id, own.id(), own.kind()).await();
              invitations.found(tx, id, name, own, guest);
              parts
                  .audit()
                  .note(tx, Deed.done(actor, "municipality.add", "municipality", id, origin))
                  .await();
              return joined;
            });
    parts.neighbours().accessChanged().accept(changed);
    return id;
  }

  /// Invites the first person once more, at this or another address, as long as nobody is there.
  void invite(Actor actor, MunicipalityId id, Invitations.Guest guest, String origin) {
    parts.pace().mail(actor, guest.email());
    parts.deed(
        actor,
        "municipality.invite",
        "municipality",
        id,
        origin,
        tx -> {
          require(actor);
          Town town =
              parts
                  .partners()
                  .town(tx, id)
                  .await()
                  .filter(each -> !each.inhabited())
                  .orElseThrow(Refusals::absent);
          again(tx, town, guest);
          return parts
              .audit()
              .note(tx, Deed.done(actor, "municipality.invite", "municipality", id, origin))
              .await();
        });
  }

  private void again(Tx tx, Town town, Invitations.Guest guest) {
    long now = parts.clock().nowMs();
    for (Invitation before : parts.invitations().list(tx, town.id()).await()) {
      parts.invitations().withdraw(tx, before.id(), now).await();
    }
    Partner own = parts.partners().list(tx, town.id()).await().getFirst();
    invitations.found(tx, town.id(), town.name(), own, guest);
  }

  private void require(Actor actor) {
    if (!members.standing(actor).operator()) {
      throw Refusals.of(Refusals.OPERATOR_REQUIRED);
    }
  }
}
