package nl.beleidstafel.partners;

import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.StoreException;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.partners.InvitationStore.Link;
import nl.beleidstafel.partners.MemberStore.NewMember;

/// Personal links: a way in by mail for a partner's people who have no account. A link can be used
/// until it expires or is withdrawn; who has a password is not sent one, because it would go around
/// their second factor. Virtual threads: waits, and refuses by throwing.
final class PersonalLinks {
  private final Parts parts;
  private final Members members;

  PersonalLinks(Parts parts, Members members) {
    this.parts = parts;
    this.members = members;
  }

  /// Makes somebody a member without an account, and sends them their link.
  MemberId send(Actor actor, PartnerId partnerId, Invitations.Guest guest, String origin) {
    Standing standing = members.standing(actor);
    parts.pace().mail(actor, guest.email());
    return parts.deed(
        actor,
        "link.send",
        "partner",
        partnerId,
        origin,
        tx -> {
          String town = parts.partners().lock(tx, actor.municipality()).await();
          Partners.find(parts.partners().list(tx, actor.municipality()).await(), partnerId);
          if (!standing.leads(partnerId)) {
            throw Refusals.of(Refusals.NOT_YOURS);
          }
          if (parts.members().knows(tx, actor.municipality(), guest.email()).await()) {
            throw Refusals.of(Refusals.ADDRESS_KNOWN);
          }
          if (parts.invitations().waitsFor(tx, actor.municipality(), guest.email()).await()) {
            throw Refusals.of(Refusals.ALREADY_INVITED);
          }
          if (parts.members().list(tx, actor.municipality()).await().size()
              >= Limits.PEOPLE_OF_MUNICIPALITY_MAX) {
            throw Refusals.peopleFull();
          }
          MemberId member = new MemberId(UUID.randomUUID());
          parts
              .members()
              .insert(
                  tx,
                  new NewMember(
                      member,
                      actor.municipality(),
                      partnerId,
                      guest.name(),
                      guest.email(),
                      Optional.empty(),
                      false,
                      false),
                  parts.clock().nowMs())
              .await();
          mail(tx, actor, town, member, guest.name(), guest.email().value(), origin);
          return member;
        });
  }

  /// Sends somebody a new link; a former one ends with all that was opened with it.
  void renew(Actor actor, MemberId id, String origin) {
    Standing standing = members.standing(actor);
    parts.deed(
        actor,
        "link.send",
        "member",
        id,
        origin,
        tx -> {
          String town = parts.partners().lock(tx, actor.municipality()).await();
          Person person = find(tx, actor, standing, id);
          if (person.account() || person.administrator()) {
            throw Refusals.of(Refusals.HAS_ACCOUNT);
          }
          String email = person.email().orElseThrow();
          parts.pace().mail(actor, Email.parse(email).orElseThrow());
          mail(tx, actor, town, id, person.name().orElse(""), email, origin);
          return id;
        });
    parts.neighbours().ended().accept(id);
  }

  void withdraw(Actor actor, MemberId id, String origin) {
    Standing standing = members.standing(actor);
    parts.deed(
        actor,
        "link.withdraw",
        "member",
        id,
        origin,
        tx -> {
          parts.partners().lock(tx, actor.municipality()).await();
          find(tx, actor, standing, id);
          parts.invitations().dropLink(tx, id).await();
          return parts
              .audit()
              .note(tx, Deed.done(actor, "link.withdraw", "member", id, origin))
              .await();
        });
    parts.neighbours().ended().accept(id);
  }

  /// Whose link this is, to whoever holds it.
  Link look(String token, String origin) {
    parts.pace().guess(origin);
    Link link =
        token.length() > Limits.TOKEN_LENGTH_MAX
            ? null
            : parts.invitations().linkByToken(parts.entrance().hash(token)).await().orElse(null);
    if (link == null) {
      parts.pace().missed(origin);
      throw Refusals.of(Refusals.LINK_UNKNOWN);
    }
    if (link.account()) {
      throw Refusals.of(Refusals.LINK_ACCOUNT);
    }
    if (link.expiresAtMs() <= parts.clock().nowMs()) {
      throw Refusals.of(Refusals.LINK_EXPIRED);
    }
    return link;
  }

  /// Goes in; the session's token.
  String open(String token, String origin) {
    Link link = look(token, origin);
    String session = opened(link);
    parts
        .audit()
        .note(
            new Deed(
                link.municipality(),
                link.member(),
                "link.open",
                "member",
                link.member().toString(),
                Deed.Result.DONE,
                origin))
        .await();
    return session;
  }

  private String opened(Link link) {
    try {
      return parts.entrance().openByLink(link.member(), link.id()).await();
    } catch (StoreException failure) {
      // Withdrawn in this very moment: the session's row refers to the link's.
      if (failure.sqlState().filter("23503"::equals).isPresent()) {
        throw new RefusedException(Refusals.LINK_UNKNOWN);
      }
      throw failure;
    }
  }

  /// One more way in for a mail that leads to a path in the app; empty for who has an account, and
  /// for whom the way in was withdrawn. Any thread; nothing waits.
  Future<Optional<String>> link(Tx tx, MunicipalityId municipality, MemberId member, String path) {
    long now = parts.clock().nowMs();
    Entrance.Key key = parts.entrance().key();
    return parts
        .partners()
        .lock(tx, municipality)
        .compose(_ ->
            parts
                .invitations()
                .addLink(
                    tx, UUID.randomUUID(), member, key.hash(), now, now + Limits.INVITATION_MAX_MS))
        .compose(made ->
            made
                ? sentByServer(tx, municipality, member).map(_ -> Optional.of(address(key, path)))
                : Future.succeededFuture(Optional.empty()));
  }

  private String address(Entrance.Key key, String path) {
    String to = URLEncoder.encode(path, StandardCharsets.UTF_8);
    return parts.settings().link("/ga#token=" + key.token() + "&naar=" + to);
  }

  private Future<Void> sentByServer(Tx tx, MunicipalityId municipality, MemberId member) {
    Deed.Result done = Deed.Result.DONE;
    String object = member.toString();
    return parts
        .audit()
        .note(tx, new Deed(municipality, null, "link.send", "member", object, done, ""));
  }

  private Person find(Tx tx, Actor actor, Standing standing, MemberId id) {
    return parts.members().list(tx, actor.municipality()).await().stream()
        .filter(each -> each.id().equals(id) && !each.removed())
        .filter(each -> standing.leads(each.partner()))
        .findFirst()
        .orElseThrow(Refusals::absent);
  }

  private void mail(
      Tx tx, Actor actor, String town, MemberId member, String name, String email, String origin) {
    long now = parts.clock().nowMs();
    long until = now + Limits.INVITATION_MAX_MS;
    Entrance.Key key = parts.entrance().key();
    parts.invitations().putLink(tx, UUID.randomUUID(), member, key.hash(), now, until).await();
    String link = parts.settings().link("/ga#token=" + key.token());
    parts
        .outbox()
        .put(tx, Letters.personalLink(actor.municipality(), town, name, email, link, until))
        .await();
    parts.audit().note(tx, Deed.done(actor, "link.send", "member", member, origin)).await();
  }
}
