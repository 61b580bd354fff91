package nl.beleidstafel.ask;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Ids;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;

/// Sign-offs over HTTP.
final class SignOffRoutes {
  private static final int HASH_LENGTH = 64;

  private final SignOffs signOffs;
  private final People people;

  SignOffRoutes(SignOffs signOffs, People people) {
    this.signOffs = signOffs;
    this.people = people;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/sections/{id}/sign-offs", Guard.MEMBER, this::list)
        .post("/v1/sections/{id}/sign-offs", Guard.MEMBER, this::sign)
        .post("/v1/sign-offs/{id}/withdrawal", Guard.MEMBER, this::withdraw);
  }

  private Answer list(Call call) {
    return signOffs
        .of(call.actor(), call.id("id", SectionId::parse))
        .<Answer>map(shown -> Answer.ok(json(call.actor(), shown)))
        .orElseGet(Problem::notFound);
  }

  private Answer sign(Call call) {
    SectionId section = call.id("id", SectionId::parse);
    Bytes seen = hash(call.fields().text("sha256", HASH_LENGTH));
    Ended ended = signOffs.sign(call.actor(), section, seen, call.address());
    return ended == Ended.DONE
        ? signOffs
            .of(call.actor(), section)
            .<Answer>map(shown -> Answer.created(json(call.actor(), shown)))
            .orElseGet(Problem::notFound)
        : Refusals.of(ended, 0);
  }

  private static Bytes hash(String text) {
    try {
      byte[] bytes = HexFormat.of().parseHex(text);
      if (bytes.length * 2 == HASH_LENGTH) {
        return Bytes.wrap(bytes);
      }
    } catch (IllegalArgumentException _) {
      // Refused below.
    }
    throw new RefusedException(
        Problem.field(
            "sha256",
            new Text("Dit is geen kenmerk van een tekst.", "This is no mark of a text.")));
  }

  private Answer withdraw(Call call) {
    String reason = call.fields().paragraphs("reason", Limits.REASON_LENGTH_MAX);
    Ended ended =
        signOffs.withdraw(call.actor(), call.id("id", Ids::parse), reason, call.address());
    return ended == Ended.DONE ? Answer.empty() : Refusals.of(ended, 0);
  }

  private JsonObject json(Actor actor, SignOffs.Shown shown) {
    Set<MemberId> members = new HashSet<>();
    for (SignOff each : shown.signOffs()) {
      members.add(each.by());
      SignOff.Withdrawal withdrawal = each.withdrawal();
      if (withdrawal != null) {
        members.add(withdrawal.by());
      }
    }
    Map<MemberId, Named> named = people.named(members).await();
    JsonArray items = new JsonArray();
    shown.signOffs().forEach(each -> items.add(json(actor, shown, each, named)));
    return new JsonObject()
        .put("items", items)
        .put("maySign", shown.maySign())
        .put(
            "now",
            new JsonObject()
                .put("seq", shown.now().seq())
                .put("sha256", hex(shown.now().sha256()))
                .put("version", shown.now().version()));
  }

  private static JsonObject json(
      Actor actor, SignOffs.Shown shown, SignOff signOff, Map<MemberId, Named> named) {
    SignOff.Withdrawal withdrawal = signOff.withdrawal();
    boolean mine = signOff.partner().equals(actor.partner());
    return new JsonObject()
        .put("id", signOff.id().toString())
        .put("by", AskRoutes.person(signOff.by(), named))
        .put("at", signOff.atMs())
        .put("seq", signOff.seq())
        .put("sha256", hex(signOff.sha256()))
        .put("version", signOff.version())
        .put("state", state(shown, signOff))
        .put("mine", mine)
        .put("mayWithdraw", mine && shown.maySign() && signOff.stands())
        .put(
            "withdrawal",
            withdrawal == null
                ? null
                : new JsonObject()
                    .put("by", AskRoutes.person(withdrawal.by(), named))
                    .put("at", withdrawal.atMs())
                    .put("reason", withdrawal.reason()));
  }

  /// Whether it stands, and whether the text still is what was agreed to.
  private static String state(SignOffs.Shown shown, SignOff signOff) {
    if (signOff.withdrawal() != null) {
      return "withdrawn";
    }
    if (signOff.replacedAtMs() != null) {
      return "replaced";
    }
    return signOff.sha256().equals(shown.now().sha256()) ? "current" : "changed";
  }

  private static String hex(Bytes bytes) {
    return HexFormat.of().formatHex(bytes.toArray());
  }
}
