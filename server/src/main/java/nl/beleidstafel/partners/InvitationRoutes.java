package nl.beleidstafel.partners;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.SessionCookie;
import nl.beleidstafel.partners.InvitationStore.Found;
import nl.beleidstafel.partners.InvitationStore.Link;

/// Invitations and personal links: sending and withdrawing them, and what whoever holds one can do.
/// A token stands in the body of a request, never in an address that others keep.
final class InvitationRoutes {
  private final Invitations invitations;
  private final PersonalLinks links;
  private final SessionCookie cookie;
  private final Clock clock;

  InvitationRoutes(
      Invitations invitations, PersonalLinks links, SessionCookie cookie, Clock clock) {
    this.invitations = invitations;
    this.links = links;
    this.cookie = cookie;
    this.clock = clock;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/invitations", Guard.ACCOUNT, this::list)
        .post("/v1/invitations", Guard.ACCOUNT, this::invite)
        .post("/v1/invitations/{id}/resend", Guard.ACCOUNT, this::resend)
        .delete("/v1/invitations/{id}", Guard.ACCOUNT, this::withdraw)
        .post("/v1/invitation/look", Guard.PUBLIC, this::look)
        .post("/v1/invitation/accept", Guard.PUBLIC, this::accept)
        .post("/v1/links", Guard.ACCOUNT, this::send)
        .post("/v1/links/{member}/renew", Guard.ACCOUNT, this::renew)
        .delete("/v1/links/{member}", Guard.ACCOUNT, this::drop)
        .post("/v1/link/look", Guard.PUBLIC, this::lookAtLink)
        .post("/v1/link/open", Guard.PUBLIC, this::open);
  }

  private Answer list(Call call) {
    JsonArray items = new JsonArray();
    invitations.list(call.actor()).forEach(each -> items.add(json(each, clock.nowMs())));
    return Answer.ok(new JsonObject().put("items", items));
  }

  private Answer invite(Call call) {
    Fields fields = call.fields();
    Invitations.Part part =
        fields.given("administrator") && fields.flag("administrator")
            ? Invitations.Part.ADMINISTRATOR
            : fields.given("contact") && fields.flag("contact")
                ? Invitations.Part.CONTACT
                : Invitations.Part.COLLEAGUE;
    Invitation made =
        invitations.invite(
            call.actor(),
            PathIds.partner(fields.text("partner", 50)),
            guest(fields),
            part,
            call.address());
    return Answer.created(json(made, clock.nowMs()));
  }

  private Answer resend(Call call) {
    invitations.resend(call.actor(), PathIds.invitation(call.path("id")), call.address());
    return Answer.empty();
  }

  private Answer withdraw(Call call) {
    invitations.withdraw(call.actor(), PathIds.invitation(call.path("id")), call.address());
    return Answer.empty();
  }

  private Answer look(Call call) {
    Found.Open open = invitations.look(token(call.fields()), call.address());
    return Answer.ok(
        new JsonObject()
            .put("municipality", open.municipalityName())
            .put("partner", open.partnerName())
            .put("name", open.invitation().name())
            .put("email", open.invitation().email())
            .put("contact", open.invitation().contact())
            .put("administrator", open.invitation().administrator()));
  }

  private Answer accept(Call call) {
    Fields fields = call.fields();
    return invitations
        .accept(token(fields), fields.name("name"), fields.newPassword("password"), call.address())
        .<Answer>map(session ->
            Answer.created(new JsonObject().put("token", session))
                .with("Set-Cookie", cookie.set(session, Limits.SESSION_AGE_MAX_MS / 1000)))
        .orElseGet(() -> Problem.busy(1));
  }

  private Answer send(Call call) {
    Fields fields = call.fields();
    var member =
        links.send(
            call.actor(),
            PathIds.partner(fields.text("partner", 50)),
            guest(fields),
            call.address());
    return Answer.created(new JsonObject().put("member", member.toString()));
  }

  private Answer renew(Call call) {
    links.renew(call.actor(), PathIds.member(call.path("member")), call.address());
    return Answer.empty();
  }

  private Answer drop(Call call) {
    links.withdraw(call.actor(), PathIds.member(call.path("member")), call.address());
    return Answer.empty();
  }

  private Answer lookAtLink(Call call) {
    Link link = links.look(token(call.fields()), call.address());
    return Answer.ok(
        new JsonObject()
            .put("municipality", link.municipalityName())
            .put("partner", link.partnerName())
            .put("name", link.name()));
  }

  private Answer open(Call call) {
    String session = links.open(token(call.fields()), call.address());
    return Answer.ok(new JsonObject().put("token", session))
        .with("Set-Cookie", cookie.set(session, Limits.LINK_SESSION_AGE_MAX_MS / 1000));
  }

  static Invitations.Guest guest(Fields fields) {
    return new Invitations.Guest(fields.name("name"), fields.email("email"));
  }

  private static String token(Fields fields) {
    return fields.text("token", Limits.TOKEN_LENGTH_MAX);
  }

  static JsonObject json(Invitation invitation, long nowMs) {
    return new JsonObject()
        .put("id", invitation.id().toString())
        .put("partner", invitation.partner().toString())
        .put("name", invitation.name())
        .put("email", invitation.email())
        .put("contact", invitation.contact())
        .put("administrator", invitation.administrator())
        .put("state", invitation.expiresAtMs() <= nowMs ? "expired" : "open")
        .put("sentAt", Instant.ofEpochMilli(invitation.sentAtMs()).toString())
        .put("expiresAt", Instant.ofEpochMilli(invitation.expiresAtMs()).toString());
  }
}
