package nl.beleidstafel.history;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The store in PostgreSQL: tables of `V043__history.sql`.
record PgHistoryStore(Database database) implements HistoryStore {
  private static final String VERSION =
      "SELECT v.id, v.section, v.number, v.seq, v.name, v.sha256, v.fixed, v.by_member, v.at"
          + " FROM section_version v";

  private static final String EDITS =
      """
      SELECT seq, at, author FROM document_update
      WHERE document = $1 AND author IS NOT NULL
      ORDER BY seq DESC LIMIT $2
      """;

  /// Whoever asks before this visit was noted has what others wrote since the last one.
  private static final String SEEN =
      """
      SELECT coalesce(news.since, v.before_seq) AS since, EXISTS (
          SELECT 1 FROM document_update u
          WHERE u.document = $3 AND u.seq > coalesce(news.since, v.before_seq)
            AND u.author <> $1) AS changed
      FROM section_visit v
      LEFT JOIN LATERAL (
        SELECT v.seq AS since WHERE EXISTS (
          SELECT 1 FROM document_update u
          WHERE u.document = $3 AND u.seq > v.seq AND u.author <> $1)
      ) news ON true
      WHERE v.member = $1 AND v.section = $2 AND coalesce(news.since, v.before_seq) IS NOT NULL
      """;

  @Override
  public Future<Void> lockPlan(Tx tx, PlanId plan) {
    return tx.query("SELECT 1 FROM plan WHERE id = $1 FOR UPDATE", Tuple.of(plan.value()))
        .mapEmpty();
  }

  @Override
  public Future<Optional<State>> state(Tx tx, SectionId section) {
    return tx.query("SELECT status FROM section WHERE id = $1", Tuple.of(section.value()))
        .map(rows -> first(rows, row -> State.of(row.getString("status")).orElseThrow()));
  }

  @Override
  public Future<Void> setState(Tx tx, SectionId section, State state) {
    return tx.query(
            "UPDATE section SET status = $2 WHERE id = $1", Tuple.of(section.value(), state.word()))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Head>> head(SectionId section) {
    return database
        .query(
            "SELECT d.id, d.seq FROM section s JOIN document d ON d.id = s.document"
                + " WHERE s.id = $1",
            Tuple.of(section.value()))
        .map(rows ->
            first(rows, row -> new Head(new DocumentId(row.getUUID("id")), row.getLong("seq"))));
  }

  @Override
  public Future<Optional<Version>> newest(Tx tx, SectionId section) {
    return tx.query(
            VERSION + " WHERE v.section = $1 ORDER BY v.number DESC LIMIT 1",
            Tuple.of(section.value()))
        .map(rows -> first(rows, PgHistoryStore::version));
  }

  @Override
  public Future<Void> insert(Tx tx, Version version) {
    return tx.query(
            "INSERT INTO section_version"
                + " (id, section, number, seq, name, sha256, fixed, by_member, at)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            Tuple.tuple()
                .addUUID(version.id())
                .addUUID(version.section().value())
                .addInteger(version.number())
                .addLong(version.seq())
                .addString(version.name())
                .addBuffer(Buffer.buffer(version.sha256().toArray()))
                .addBoolean(version.fixed())
                .addUUID(version.by().value())
                .addOffsetDateTime(time(version.atMs())))
        .mapEmpty();
  }

  @Override
  public Future<List<Version>> versions(SectionId section) {
    return database
        .query(VERSION + " WHERE v.section = $1 ORDER BY v.number DESC", Tuple.of(section.value()))
        .map(rows -> list(rows, PgHistoryStore::version));
  }

  private static Version version(Row row) {
    return new Version(
        row.getUUID("id"),
        new SectionId(row.getUUID("section")),
        row.getInteger("number"),
        row.getLong("seq"),
        row.getString("name"),
        Bytes.wrap(row.getBuffer("sha256").getBytes()),
        row.getBoolean("fixed"),
        new MemberId(row.getUUID("by_member")),
        millis(row));
  }

  @Override
  public Future<List<Sitting.Edit>> edits(DocumentId document) {
    return database
        .query(EDITS, Tuple.of(document.value(), Limits.EDITS_LISTED_MAX))
        .map(rows ->
            list(
                rows,
                row ->
                    new Sitting.Edit(
                        row.getLong("seq"), millis(row), new MemberId(row.getUUID("author")))));
  }

  @Override
  public Future<Optional<Seen>> seen(Actor actor, SectionId section, DocumentId document) {
    return database
        .query(SEEN, Tuple.of(actor.member().value(), section.value(), document.value()))
        .map(rows -> first(rows, row -> new Seen(row.getLong("since"), row.getBoolean("changed"))));
  }

  @Override
  public Future<Void> insert(Tx tx, PlanVersion version) {
    List<Tuple> sections = new ArrayList<>();
    for (Version section : version.sections()) {
      sections.add(Tuple.of(version.id(), section.id()));
    }
    return tx.query(
            "INSERT INTO plan_version (id, plan, number, name, final, by_member, at)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7)",
            Tuple.tuple()
                .addUUID(version.id())
                .addUUID(version.plan().value())
                .addInteger(version.number())
                .addString(version.name())
                .addBoolean(version.isFinal())
                .addUUID(version.by().value())
                .addOffsetDateTime(time(version.atMs())))
        .compose(_ ->
            sections.isEmpty()
                ? Future.succeededFuture()
                : tx.batch(
                        "INSERT INTO plan_version_section (plan_version, section_version)"
                            + " VALUES ($1, $2)",
                        sections)
                    .mapEmpty());
  }

  @Override
  public Future<Integer> newestOfPlan(Tx tx, PlanId plan) {
    return tx.query(
            "SELECT coalesce(max(number), 0) AS number FROM plan_version WHERE plan = $1",
            Tuple.of(plan.value()))
        .map(rows -> rows.iterator().next().getInteger("number"));
  }

  @Override
  public Future<List<PlanVersion>> versions(PlanId plan) {
    return database
        .query(
            "SELECT ps.plan_version, x.* FROM plan_version p"
                + " JOIN plan_version_section ps ON ps.plan_version = p.id"
                + " JOIN ("
                + VERSION
                + ") x ON x.id = ps.section_version WHERE p.plan = $1",
            Tuple.of(plan.value()))
        .compose(rows -> {
          Map<UUID, List<Version>> held = new HashMap<>();
          for (Row row : rows) {
            held.computeIfAbsent(row.getUUID("plan_version"), _ -> new ArrayList<>())
                .add(version(row));
          }
          return versions(plan, held);
        });
  }

  private Future<List<PlanVersion>> versions(PlanId plan, Map<UUID, List<Version>> held) {
    return database
        .query(
            "SELECT id, number, name, final, by_member, at FROM plan_version"
                + " WHERE plan = $1 ORDER BY number DESC",
            Tuple.of(plan.value()))
        .map(rows ->
            list(
                rows,
                row ->
                    new PlanVersion(
                        row.getUUID("id"),
                        plan,
                        row.getInteger("number"),
                        row.getString("name"),
                        row.getBoolean("final"),
                        new MemberId(row.getUUID("by_member")),
                        millis(row),
                        held.getOrDefault(row.getUUID("id"), List.of()))));
  }

  private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> read) {
    return list(rows, read).stream().findFirst();
  }

  private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
    List<T> list = new ArrayList<>(rows.size());
    rows.forEach(row -> list.add(read.apply(row)));
    return list;
  }

  private static long millis(Row row) {
    return row.getOffsetDateTime("at").toInstant().toEpochMilli();
  }

  private static OffsetDateTime time(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }
}
