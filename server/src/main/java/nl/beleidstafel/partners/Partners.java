package nl.beleidstafel.partners;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Tx;

/// Partners from their coming to their going. Virtual threads: waits, and refuses by throwing.
final class Partners {
  /// How an administrator describes a partner.
  ///
  /// @param badge empty: one is proposed
  /// @param colour empty: the one that fewest have
  record Wish(String kind, String name, Optional<String> badge, Optional<Integer> colour) {}

  private final Parts parts;
  private final Members members;
  private final Invitations invitations;

  Partners(Parts parts, Members members, Invitations invitations) {
    this.parts = parts;
    this.members = members;
    this.invitations = invitations;
  }

  List<Partner> list(Actor actor) {
    return parts.partners().list(actor.municipality()).await();
  }

  /// Makes a partner, and invites its contact person where one is named: both or neither.
  Partner add(Actor actor, Wish wish, Optional<Invitations.Guest> contact, String origin) {
    if (wish.kind().equals(Partner.MUNICIPALITY)) {
      throw Refusals.kindUnknown();
    }
    contact.ifPresent(guest -> parts.pace().mail(actor, guest.email()));
    List<DocumentId> changed = new ArrayList<>();
    Partner made =
        parts
            .database()
            .inTransaction(tx -> {
              String town = parts.partners().lock(tx, actor.municipality()).await();
              List<Partner> known = parts.partners().list(tx, actor.municipality()).await();
              if (known.size() >= Limits.PARTNERS_OF_MUNICIPALITY_MAX) {
                throw Refusals.full(Limits.PARTNERS_OF_MUNICIPALITY_MAX, "partners", "partners");
              }
              Partner partner = described(new PartnerId(UUID.randomUUID()), wish, known);
              parts
                  .partners()
                  .insert(tx, actor.municipality(), partner, parts.clock().nowMs())
                  .await();
              changed.addAll(
                  parts
                      .neighbours()
                      .partnerships()
                      .joined(tx, actor.municipality(), partner.id(), partner.kind())
                      .await());
              note(tx, actor, "partner.add", partner.id(), origin);
              contact.ifPresent(guest ->
                  invitations.send(
                      tx, actor, town, partner, guest, Invitations.Part.CONTACT, origin));
              return partner;
            });
    parts.neighbours().accessChanged().accept(changed);
    return made;
  }

  Partner change(Actor actor, PartnerId id, Wish wish, String origin) {
    return parts
        .database()
        .inTransaction(tx -> {
          parts.partners().lock(tx, actor.municipality()).await();
          List<Partner> known = parts.partners().list(tx, actor.municipality()).await();
          Partner before = find(known, id);
          // The municipality's own partner is the one that may make plans: no other becomes it.
          if (before.kind().equals(Partner.MUNICIPALITY)
              != wish.kind().equals(Partner.MUNICIPALITY)) {
            throw Refusals.kindUnknown();
          }
          List<Partner> others = known.stream().filter(each -> !each.id().equals(id)).toList();
          Partner after =
              described(
                  id,
                  new Wish(
                      wish.kind(),
                      wish.name(),
                      wish.badge().or(() -> Optional.of(before.badge())),
                      wish.colour().or(() -> Optional.of(before.colour()))),
                  others);
          parts.partners().change(tx, after).await();
          note(tx, actor, "partner.change", id, origin);
          return after;
        });
  }

  /// A partner leaves with all its people; what they wrote stays.
  void remove(Actor actor, PartnerId id, String origin) {
    List<MemberId> gone = new ArrayList<>();
    List<DocumentId> changed =
        parts
            .database()
            .inTransaction(tx -> {
              parts.partners().lock(tx, actor.municipality()).await();
              Partner partner = find(parts.partners().list(tx, actor.municipality()).await(), id);
              if (partner.kind().equals(Partner.MUNICIPALITY)) {
                throw Refusals.of(Refusals.OWN_PARTNER);
              }
              // Before its people: it locks plans, then documents, as every change of roles does.
              List<DocumentId> left =
                  parts.neighbours().partnerships().left(tx, actor.municipality(), id).await();
              long now = parts.clock().nowMs();
              Predicate<Person> theirs = each -> each.partner().equals(id) && !each.removed();
              List<Person> people =
                  parts.members().list(tx, actor.municipality()).await().stream()
                      .filter(theirs)
                      .toList();
              parts
                  .members()
                  .lock(tx, people.stream().map(Person::id).collect(Collectors.toSet()))
                  .await();
              for (Person person : people) {
                members.depart(tx, actor, person, false, origin);
                gone.add(person.id());
              }
              parts.invitations().withdrawAll(tx, id, now).await();
              parts.partners().remove(tx, id, now).await();
              note(tx, actor, "partner.remove", id, origin);
              return left;
            });
    gone.forEach(parts.neighbours().ended());
    parts.neighbours().accessChanged().accept(changed);
  }

  static Partner find(List<Partner> known, PartnerId id) {
    return known.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(Refusals::absent);
  }

  private Partner described(PartnerId id, Wish wish, List<Partner> others) {
    if (!parts.kinds().containsKey(wish.kind()) && !wish.kind().equals(Partner.MUNICIPALITY)) {
      throw Refusals.kindUnknown();
    }
    if (others.stream().anyMatch(each -> each.name().equalsIgnoreCase(wish.name()))) {
      throw Refusals.nameTaken();
    }
    String badge =
        wish.badge()
            .map(text -> MarkRules.badge(text).orElseThrow(Refusals::badgeOdd))
            .orElseGet(() -> MarkRules.propose(wish.name(), others));
    others.stream()
        .filter(each -> each.badge().equals(badge))
        .findFirst()
        .ifPresent(each -> {
          throw Refusals.badgeTaken(each.name());
        });
    int colour = wish.colour().orElseGet(() -> MarkRules.colour(others));
    return new Partner(id, wish.kind(), wish.name(), badge, colour);
  }

  private void note(Tx tx, Actor actor, String action, PartnerId partner, String origin) {
    parts.audit().note(tx, Deed.done(actor, action, "partner", partner, origin)).await();
  }
}
