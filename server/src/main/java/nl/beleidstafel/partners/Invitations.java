package nl.beleidstafel.partners;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.partners.InvitationStore.Found;
import nl.beleidstafel.partners.MemberStore.NewMember;

/// Inviting people by mail, and their answer. Looking at an invitation uses nothing up, because
/// mail scanners open links; accepting it does. Virtual threads: waits, and refuses by throwing.
final class Invitations {
  /// Who is invited.
  record Guest(String name, Email email) {}

  /// What they come to be.
  enum Part {
    COLLEAGUE,
    CONTACT,
    ADMINISTRATOR
  }

  private final Parts parts;
  private final Members members;

  Invitations(Parts parts, Members members) {
    this.parts = parts;
    this.members = members;
  }

  /// Those that the actor may see and change.
  List<Invitation> list(Actor actor) {
    Standing standing = members.standing(actor);
    return parts.invitations().list(actor.municipality()).await().stream()
        .filter(each -> standing.leads(each.partner()))
        .toList();
  }

  /// Invites somebody to a partner that is there.
  Invitation invite(Actor actor, PartnerId partnerId, Guest guest, Part part, String origin) {
    Standing standing = members.standing(actor);
    parts.pace().mail(actor, guest.email());
    return parts.deed(
        actor,
        "invitation.send",
        "partner",
        partnerId,
        origin,
        tx -> {
          String town = parts.partners().lock(tx, actor.municipality()).await();
          Partner partner =
              Partners.find(parts.partners().list(tx, actor.municipality()).await(), partnerId);
          if (!standing.leads(partnerId)
              || (part == Part.ADMINISTRATOR && !standing.administrator())) {
            throw Refusals.of(Refusals.NOT_YOURS);
          }
          if (part == Part.ADMINISTRATOR && !partner.kind().equals(Partner.MUNICIPALITY)) {
            throw Refusals.of(Refusals.ADMINISTRATOR_ELSEWHERE);
          }
          return send(tx, actor, town, partner, guest, part, origin);
        });
  }

  /// Invites in the transaction of what it belongs to; the municipality is locked.
  Invitation send(
      Tx tx, Actor actor, String town, Partner partner, Guest guest, Part part, String origin) {
    MunicipalityId municipality = actor.municipality();
    if (parts.members().knows(tx, municipality, guest.email()).await()) {
      throw Refusals.of(Refusals.ADDRESS_KNOWN);
    }
    if (parts.invitations().waitsFor(tx, municipality, guest.email()).await()) {
      throw Refusals.of(Refusals.ALREADY_INVITED);
    }
    if (parts.members().list(tx, municipality).await().size()
            + parts.invitations().list(tx, municipality).await().size()
        >= Limits.PEOPLE_OF_MUNICIPALITY_MAX) {
      throw Refusals.peopleFull();
    }
    Invitation invitation = fresh(partner.id(), guest, part);
    Entrance.Key key = parts.entrance().key();
    parts
        .invitations()
        .insert(tx, municipality, invitation, key.hash(), Optional.of(actor.member()))
        .await();
    mail(tx, municipality, town, partner.name(), actor.name(), invitation, key);
    note(tx, actor, "invitation.send", invitation.id(), origin);
    return invitation;
  }

  /// Invites the first person of a new municipality, whom nobody there can have invited.
  Invitation found(Tx tx, MunicipalityId municipality, String town, Partner partner, Guest guest) {
    Invitation invitation = fresh(partner.id(), guest, Part.ADMINISTRATOR);
    Entrance.Key key = parts.entrance().key();
    parts.invitations().insert(tx, municipality, invitation, key.hash(), Optional.empty()).await();
    mail(tx, municipality, town, partner.name(), "Beleidstafel", invitation, key);
    return invitation;
  }

  /// Sends it again with a new link, for another term; the former link works no more.
  void resend(Actor actor, UUID id, String origin) {
    Standing standing = members.standing(actor);
    parts.deed(
        actor,
        "invitation.resend",
        "invitation",
        id,
        origin,
        tx -> {
          String town = parts.partners().lock(tx, actor.municipality()).await();
          Invitation invitation = find(tx, actor, standing, id);
          parts.pace().mail(actor, Email.parse(invitation.email()).orElseThrow());
          Partner partner =
              Partners.find(
                  parts.partners().list(tx, actor.municipality()).await(), invitation.partner());
          renew(tx, actor.municipality(), town, partner.name(), actor.name(), invitation);
          note(tx, actor, "invitation.resend", id, origin);
          return id;
        });
  }

  private void renew(
      Tx tx,
      MunicipalityId municipality,
      String town,
      String partner,
      String from,
      Invitation invitation) {
    long now = parts.clock().nowMs();
    Invitation renewed =
        new Invitation(
            invitation.id(),
            invitation.partner(),
            invitation.name(),
            invitation.email(),
            invitation.contact(),
            invitation.administrator(),
            now,
            now + Limits.INVITATION_MAX_MS);
    Entrance.Key key = parts.entrance().key();
    parts.invitations().renew(tx, invitation.id(), key.hash(), now, renewed.expiresAtMs()).await();
    mail(tx, municipality, town, partner, from, renewed, key);
  }

  void withdraw(Actor actor, UUID id, String origin) {
    Standing standing = members.standing(actor);
    parts.deed(
        actor,
        "invitation.withdraw",
        "invitation",
        id,
        origin,
        tx -> {
          parts.partners().lock(tx, actor.municipality()).await();
          find(tx, actor, standing, id);
          parts.invitations().withdraw(tx, id, parts.clock().nowMs()).await();
          note(tx, actor, "invitation.withdraw", id, origin);
          return id;
        });
  }

  /// What an invitation says, to whoever holds its link.
  Found.Open look(String token, String origin) {
    parts.pace().guess(origin);
    Found found = parts.database().inTransaction(tx -> find(tx, token));
    return open(found, origin);
  }

  /// Takes part: the invitation becomes a member, who is signed in. The result is the session's
  /// token; empty where too many passwords are being hashed.
  Optional<String> accept(String token, String name, String password, String origin) {
    look(token, origin);
    Optional<String> hash = parts.entrance().passwordHash(password).await();
    if (hash.isEmpty()) {
      return Optional.empty();
    }
    MemberId member = new MemberId(UUID.randomUUID());
    Found found =
        parts
            .database()
            .inTransaction(tx -> {
              Found now = find(tx, token);
              if (now instanceof Found.Open open) {
                join(tx, open, member, name, hash, origin);
              }
              return now;
            });
    open(found, origin);
    return Optional.of(parts.entrance().open(member).await());
  }

  private void join(
      Tx tx, Found.Open open, MemberId member, String name, Optional<String> hash, String origin) {
    Invitation invitation = open.invitation();
    Email email = Email.parse(invitation.email()).orElseThrow();
    if (parts.members().knows(tx, open.municipality(), email).await()) {
      throw Refusals.of(Refusals.ADDRESS_KNOWN);
    }
    parts
        .members()
        .insert(
            tx,
            new NewMember(
                member,
                open.municipality(),
                invitation.partner(),
                name,
                email,
                hash,
                invitation.administrator(),
                invitation.contact()),
            parts.clock().nowMs())
        .await();
    parts.invitations().accept(tx, invitation.id(), parts.clock().nowMs()).await();
    parts
        .audit()
        .note(
            tx,
            new Deed(
                open.municipality(),
                member,
                "invitation.accept",
                "invitation",
                invitation.id().toString(),
                Deed.Result.DONE,
                origin))
        .await();
  }

  private Found find(Tx tx, String token) {
    return token.length() > Limits.TOKEN_LENGTH_MAX
        ? new Found.Unknown()
        : parts
            .invitations()
            .byToken(tx, parts.entrance().hash(token), parts.clock().nowMs())
            .await();
  }

  private Found.Open open(Found found, String origin) {
    return switch (found) {
      case Found.Open open -> open;
      case Found.Expired() -> throw Refusals.of(Refusals.LINK_EXPIRED);
      case Found.Accepted() -> throw Refusals.of(Refusals.LINK_USED);
      case Found.Withdrawn() -> throw Refusals.of(Refusals.LINK_WITHDRAWN);
      case Found.Unknown() -> throw unknown(origin);
    };
  }

  private RefusedException unknown(String origin) {
    parts.pace().missed(origin);
    return Refusals.of(Refusals.LINK_UNKNOWN);
  }

  /// What the actor may not change looks absent, because they do not see it either.
  private Invitation find(Tx tx, Actor actor, Standing standing, UUID id) {
    return parts.invitations().list(tx, actor.municipality()).await().stream()
        .filter(each -> each.id().equals(id) && standing.leads(each.partner()))
        .filter(each -> standing.administrator() || !each.administrator())
        .findFirst()
        .orElseThrow(Refusals::absent);
  }

  private Invitation fresh(PartnerId partner, Guest guest, Part part) {
    long now = parts.clock().nowMs();
    return new Invitation(
        UUID.randomUUID(),
        partner,
        guest.name(),
        guest.email().value(),
        part != Part.COLLEAGUE,
        part == Part.ADMINISTRATOR,
        now,
        now + Limits.INVITATION_MAX_MS);
  }

  private void mail(
      Tx tx,
      MunicipalityId municipality,
      String town,
      String partner,
      String from,
      Invitation invitation,
      Entrance.Key key) {
    String link = parts.settings().link("/uitnodiging#token=" + key.token());
    parts
        .outbox()
        .put(tx, Letters.invitation(municipality, town, partner, from, invitation, link))
        .await();
  }

  private void note(Tx tx, Actor actor, String action, UUID invitation, String origin) {
    Deed deed = Deed.done(actor, action, "invitation", invitation, origin);
    parts.audit().note(tx, deed).await();
  }
}
