package nl.beleidstafel.ask;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.function.Function;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.sections.Traces;

/// What somebody answered and signed, from PostgreSQL: `V065__ask.sql`.
record PgAskTraces(Database database) implements Traces {
  private static final String ANSWERED =
      """
      SELECT section, answered_at AS at, verdict, text FROM ask_question
      WHERE by_member = $1 ORDER BY answered_at, id LIMIT
      """
          + Limits.TRACES_OF_MEMBER_MAX;
  private static final String SIGNED =
      "SELECT section, at, sha256 FROM sign_off WHERE by_member = $1 ORDER BY at, id LIMIT "
          + Limits.TRACES_OF_MEMBER_MAX;

  @Override
  public Future<JsonObject> of(MemberId member) {
    return list(ANSWERED, member, PgAskTraces::answer)
        .compose(answers ->
            list(SIGNED, member, PgAskTraces::signOff)
                .map(signed -> new JsonObject().put("answers", answers).put("signOffs", signed)));
  }

  private Future<JsonArray> list(String sql, MemberId member, Function<Row, JsonObject> written) {
    return database
        .query(sql, Tuple.of(member.value()))
        .map(rows -> {
          JsonArray all = new JsonArray();
          rows.forEach(row -> all.add(written.apply(row)));
          return all;
        });
  }

  private static JsonObject answer(Row row) {
    return of(row).put("verdict", row.getString("verdict")).put("text", row.getString("text"));
  }

  private static JsonObject signOff(Row row) {
    return of(row).put("sha256", HexFormat.of().formatHex(row.getBuffer("sha256").getBytes()));
  }

  private static JsonObject of(Row row) {
    OffsetDateTime at = row.getOffsetDateTime("at");
    return new JsonObject()
        .put("section", row.getUUID("section").toString())
        .put("at", at.toInstant().toString());
  }
}
