package nl.beleidstafel.ask;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.beleidstafel.ask.Ask.Given;
import nl.beleidstafel.ask.Ask.Question;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// The store in PostgreSQL: tables of `V065__ask.sql`.
record PgAskStore(Database database) implements AskStore {
  private static final String ASKS =
      """
      SELECT a.id, a.plan, a.title, a.letter, a.due, a.by_member, a.at, a.closed_at, a.reminded_at
      FROM ask a
      """;
  private static final String QUESTIONS =
      """
      SELECT q.id, q.ask, q.section, q.partner, q.verdict, q.text, q.by_member, q.answered_at,
        coalesce(a.level, 0) > 0 AS readable
      FROM ask_question q JOIN section s ON s.id = q.section JOIN partner p ON p.id = q.partner
        LEFT JOIN document_access a ON a.document = s.document AND a.partner = q.partner
      WHERE q.ask = ANY ($1) ORDER BY s.position, p.created_at, p.name, p.id
      """;
  private static final String COUNTS =
      """
      SELECT q.section, coalesce(q.verdict, 'waiting') AS word, count(*) AS number
      FROM ask_question q JOIN ask a ON a.id = q.ask
      WHERE a.plan = $1 AND (q.verdict IS NOT NULL OR a.closed_at IS NULL)
      GROUP BY q.section, word
      """;

  @Override
  public Future<List<Ask>> of(PlanId plan) {
    return asks(
        database::query,
        ASKS + " WHERE a.plan = $1 ORDER BY a.at DESC, a.id LIMIT " + Limits.ASKS_OF_PLAN_MAX,
        Tuple.of(plan.value()));
  }

  @Override
  public Future<List<Ask>> of(MunicipalityId municipality, PartnerId partner) {
    return asks(
        database::query,
        ASKS
            + " JOIN plan p ON p.id = a.plan WHERE p.municipality = $1"
            + " AND EXISTS (SELECT FROM ask_question q WHERE q.ask = a.id AND q.partner = $2)"
            + " ORDER BY a.closed_at IS NOT NULL, a.due, a.id LIMIT "
            + Limits.ASKS_OF_PARTNER_MAX,
        Tuple.of(municipality.value(), partner.value()));
  }

  @Override
  public Future<Optional<Ask>> find(MunicipalityId municipality, UUID ask) {
    return asks(
            database::query,
            ASKS + " JOIN plan p ON p.id = a.plan WHERE p.municipality = $1 AND a.id = $2",
            Tuple.of(municipality.value(), ask))
        .map(found -> found.stream().findFirst());
  }

  @Override
  public Future<Optional<Ask>> lock(Tx tx, UUID ask) {
    return asks(tx::query, ASKS + " WHERE a.id = $1 FOR UPDATE", Tuple.of(ask))
        .map(found -> found.stream().findFirst());
  }

  private static Future<List<Ask>> asks(
      BiFunction<String, Tuple, Future<RowSet<Row>>> query, String sql, Tuple values) {
    return query
        .apply(sql, values)
        .compose(rows -> {
          Map<UUID, List<Question>> questions = new LinkedHashMap<>();
          rows.forEach(row -> questions.put(row.getUUID("id"), new ArrayList<>()));
          UUID[] ids = questions.keySet().toArray(UUID[]::new);
          return query
              .apply(QUESTIONS, Tuple.of((Object) ids))
              .map(found -> {
                for (Row row : found) {
                  questions
                      .computeIfAbsent(row.getUUID("ask"), _ -> new ArrayList<>())
                      .add(question(row));
                }
                List<Ask> asks = new ArrayList<>();
                for (Row row : rows) {
                  asks.add(ask(row, questions.getOrDefault(row.getUUID("id"), List.of())));
                }
                return asks;
              });
        });
  }

  private static Ask ask(Row row, List<Question> questions) {
    return new Ask(
        row.getUUID("id"),
        new PlanId(row.getUUID("plan")),
        row.getString("title"),
        row.getString("letter"),
        row.getLocalDate("due"),
        new MemberId(row.getUUID("by_member")),
        row.getOffsetDateTime("at").toInstant().toEpochMilli(),
        millis(row.getOffsetDateTime("closed_at")),
        millis(row.getOffsetDateTime("reminded_at")),
        questions);
  }

  private static Question question(Row row) {
    String verdict = row.getString("verdict");
    Given answer =
        verdict == null
            ? null
            : new Given(
                Verdict.of(verdict).orElseThrow(),
                row.getString("text"),
                new MemberId(row.getUUID("by_member")),
                row.getOffsetDateTime("answered_at").toInstant().toEpochMilli());
    return new Question(
        row.getUUID("id"),
        new SectionId(row.getUUID("section")),
        new PartnerId(row.getUUID("partner")),
        row.getBoolean("readable"),
        answer);
  }

  static @Nullable Long millis(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant().toEpochMilli();
  }

  static OffsetDateTime time(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }

  @Override
  public Future<MunicipalityId> municipality(Tx tx, Ask ask) {
    return tx.query("SELECT municipality FROM plan WHERE id = $1", Tuple.of(ask.plan().value()))
        .map(rows -> new MunicipalityId(rows.iterator().next().getUUID(0)));
  }

  @Override
  public Future<Long> count(Tx tx, PlanId plan) {
    return tx.query("SELECT count(*) FROM ask WHERE plan = $1", Tuple.of(plan.value()))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Future<Void> insert(Tx tx, Ask ask) {
    return tx.query(
            "INSERT INTO ask (id, plan, title, letter, due, by_member, at)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7)",
            Tuple.tuple()
                .addUUID(ask.id())
                .addUUID(ask.plan().value())
                .addString(ask.title())
                .addString(ask.letter())
                .addLocalDate(ask.due())
                .addUUID(ask.by().value())
                .addOffsetDateTime(time(ask.atMs())))
        .compose(_ ->
            tx.batch(
                "INSERT INTO ask_question (id, ask, section, partner) VALUES ($1, $2, $3, $4)",
                ask.questions().stream()
                    .map(each ->
                        Tuple.of(
                            each.id(), ask.id(), each.section().value(), each.partner().value()))
                    .toList()))
        .mapEmpty();
  }

  @Override
  public Future<Void> change(Tx tx, UUID ask, LocalDate due, @Nullable Long closedAtMs) {
    return tx.query(
            "UPDATE ask SET due = $2, closed_at = $3 WHERE id = $1",
            Tuple.tuple()
                .addUUID(ask)
                .addLocalDate(due)
                .addOffsetDateTime(closedAtMs == null ? null : time(closedAtMs)))
        .mapEmpty();
  }

  @Override
  public Future<Void> reminded(Tx tx, UUID ask, long nowMs) {
    return tx.query("UPDATE ask SET reminded_at = $2 WHERE id = $1", Tuple.of(ask, time(nowMs)))
        .mapEmpty();
  }

  @Override
  public Future<Void> answer(Tx tx, UUID question, Given answer) {
    return tx.query(
            "UPDATE ask_question SET verdict = $2, text = $3, by_member = $4, answered_at = $5"
                + " WHERE id = $1",
            Tuple.of(
                question,
                answer.verdict().word(),
                answer.text(),
                answer.by().value(),
                time(answer.atMs())))
        .mapEmpty();
  }

  @Override
  public Future<Map<SectionId, Map<String, Long>>> counts(PlanId plan) {
    return database
        .query(COUNTS, Tuple.of(plan.value()))
        .map(rows -> {
          Map<SectionId, Map<String, Long>> counts = new HashMap<>();
          for (Row row : rows) {
            counts
                .computeIfAbsent(new SectionId(row.getUUID("section")), _ -> new HashMap<>())
                .put(row.getString("word"), row.getLong("number"));
          }
          return counts;
        });
  }
}
