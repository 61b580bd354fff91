package nl.beleidstafel.mail;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Routes;

/// The mails of the demonstration, which go nowhere. Whoever looks around there is on the same
/// machine and may read them all, also before signing in: a forgotten password begins there.
/// Outside of demonstration mode this route must not exist.
public final class MailboxRoutes {
  private final MailQueue queue;

  public MailboxRoutes(Database database) {
    queue = new PgMailQueue(database);
  }

  public Routes routes() {
    return new Routes().get("/v1/mailbox", Guard.PUBLIC, this::list).describedIn("mailbox");
  }

  private Answer list(Call call) {
    JsonArray items = new JsonArray();
    for (MailQueue.Waiting mail : queue.newest(Limits.MAILBOX_MAX).await()) {
      items.add(
          new JsonObject()
              .put("id", mail.id().toString())
              .put("recipient", mail.recipient())
              .put("subject", mail.subject())
              .put("body", mail.body())
              .put("calendar", mail.calendar())
              .put("at", Instant.ofEpochMilli(mail.createdAtMs()).toString()));
    }
    return Answer.ok(new JsonObject().put("items", items));
  }
}
