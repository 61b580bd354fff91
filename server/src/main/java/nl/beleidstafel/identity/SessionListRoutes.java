package nl.beleidstafel.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;

/// Where one is signed in, and ending that from here.
final class SessionListRoutes {
  private final Sessions sessions;
  private final SessionStore store;
  private final Consumer<MemberId> ended;

  SessionListRoutes(Sessions sessions, SessionStore store, Consumer<MemberId> ended) {
    this.sessions = sessions;
    this.store = store;
    this.ended = ended;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/sessions", Guard.MEMBER, this::list)
        .delete("/v1/sessions", Guard.MEMBER, this::endOthers)
        .delete("/v1/sessions/{id}", Guard.MEMBER, this::end);
  }

  private Answer list(Call call) {
    Bytes mine = Fresh.tokenHash(call);
    List<SessionStore.Open> open =
        new ArrayList<>(sessions.sessions(call.actor().member()).await());
    // This one first, then as they were last seen.
    open.sort(Comparator.comparing(session -> !session.tokenHash().equals(mine)));
    JsonArray items = new JsonArray();
    for (SessionStore.Open session : open) {
      items.add(
          new JsonObject()
              .put("id", session.id().toString())
              .put("kind", session.kind().word())
              .put("browser", session.described())
              .put("startedAt", FactorRoutes.time(session.createdAtMs()))
              .put("seenAt", FactorRoutes.time(session.seenAtMs()))
              .put("expiresAt", FactorRoutes.time(session.expiresAtMs()))
              .put("current", session.tokenHash().equals(mine)));
    }
    return Answer.ok(new JsonObject().put("items", items));
  }

  private Answer endOthers(Call call) {
    Actor actor = call.actor();
    Deed deed = Deed.done(actor, "session.end-others", "member", actor.member(), call.address());
    if (store.endOthers(deed, actor.member(), Fresh.tokenHash(call)).await() > 0) {
      ended.accept(actor.member());
    }
    return Answer.empty();
  }

  private Answer end(Call call) {
    Actor actor = call.actor();
    boolean done =
        Fresh.id(call)
            .map(id ->
                store
                    .end(
                        Deed.done(actor, "session.end", "session", id, call.address()),
                        actor.member(),
                        id)
                    .await())
            .orElse(false);
    if (done) {
      ended.accept(actor.member());
    }
    return done ? Answer.empty() : Problem.notFound();
  }
}
