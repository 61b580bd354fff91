package nl.beleidstafel.suggestion;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.sections.Traces;

/// What somebody proposed, from PostgreSQL: `V060__suggestion.sql`.
record PgSuggestionTraces(Database database) implements Traces {
  private static final String PROPOSED =
      """
      SELECT section, at, struck, added, reason, state FROM suggestion
      WHERE by_member = $1 ORDER BY number LIMIT
      """
          + Limits.TRACES_OF_MEMBER_MAX;

  @Override
  public Future<JsonObject> of(MemberId member) {
    return database
        .query(PROPOSED, Tuple.of(member.value()))
        .map(rows -> {
          JsonArray proposed = new JsonArray();
          rows.forEach(row -> proposed.add(json(row)));
          return new JsonObject().put("suggestions", proposed);
        });
  }

  private static JsonObject json(Row row) {
    OffsetDateTime at = row.getOffsetDateTime("at");
    return new JsonObject()
        .put("section", row.getUUID("section").toString())
        .put("at", at.toInstant().toString())
        .put("struck", row.getString("struck"))
        .put("added", row.getString("added"))
        .put("reason", row.getString("reason"))
        .put("state", row.getString("state"));
  }
}
