package nl.beleidstafel.finding;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The store in PostgreSQL: tables of `V079__finding.sql`.
record PgFindingStore(Database database) implements FindingStore {
  private static final String FINDINGS =
      """
      SELECT f.id, f.plan, f.version, f.text, f.theme, f.withdrawn, f.by_member, f.at,
        ARRAY (SELECT n.note FROM finding_note n WHERE n.finding = f.id) AS notes
      FROM finding f
      """;

  private static final String THEMES = "SELECT id, plan, version, title, description FROM theme ";

  private static final String EVIDENCE =
      "SELECT id, plan, section, finding, theme, by_member, at FROM evidence ";

  /// Findings first, in the order of their ids, as {@link #lock} takes them.
  private static final String WITHDRAWN =
      """
      WITH held AS (
        SELECT id FROM finding WHERE plan = $1 AND id IN (
          SELECT finding FROM finding_note WHERE note = ANY ($2)) ORDER BY id FOR UPDATE),
      gone AS (
        DELETE FROM finding_note WHERE note = ANY ($2) AND finding IN (SELECT id FROM held)
        RETURNING finding)
      UPDATE finding SET withdrawn = withdrawn + c.count
      FROM (SELECT finding, count(*)::integer AS count FROM gone GROUP BY 1) c
      WHERE finding.id = c.finding
      RETURNING finding.id
      """;

  private static final String READERS =
      """
      SELECT DISTINCT a.partner FROM document_access a JOIN section s ON s.document = a.document
      WHERE s.plan = $1 AND a.partner IS NOT NULL AND a.level >= $2
      """;

  @Override
  public Future<List<Finding>> findings(PlanId plan) {
    return database
        .query(FINDINGS + " WHERE f.plan = $1 ORDER BY f.number", Tuple.of(plan.value()))
        .map(rows -> all(rows, PgFindingStore::finding));
  }

  @Override
  public Future<Optional<Finding>> finding(UUID id) {
    return database
        .query(FINDINGS + " WHERE f.id = $1", Tuple.of(id))
        .map(rows -> all(rows, PgFindingStore::finding).stream().findFirst());
  }

  /// In two statements: the first waits, the second sees what was stored meanwhile.
  @Override
  public Future<Optional<Finding>> lock(Tx tx, UUID finding) {
    return tx.query("SELECT FROM finding WHERE id = $1 FOR UPDATE", Tuple.of(finding))
        .compose(_ -> tx.query(FINDINGS + " WHERE f.id = $1", Tuple.of(finding)))
        .map(rows -> all(rows, PgFindingStore::finding).stream().findFirst());
  }

  @Override
  public Future<Long> countFindings(Tx tx, PlanId plan) {
    return count(tx, "SELECT count(*) FROM finding WHERE plan = $1", plan);
  }

  private static Future<Long> count(Tx tx, String sql, PlanId plan) {
    return tx.query(sql, Tuple.of(plan.value())).map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Future<Void> insert(Tx tx, Finding finding) {
    return tx.query(
            "INSERT INTO finding (id, plan, text, theme, by_member, at)"
                + " VALUES ($1, $2, $3, $4, $5, $6)",
            Tuple.tuple()
                .addUUID(finding.id())
                .addUUID(finding.plan().value())
                .addString(finding.text())
                .addUUID(finding.theme())
                .addUUID(finding.by().value())
                .addOffsetDateTime(time(finding.atMs())))
        .compose(_ -> insertNotes(tx, finding));
  }

  private static Future<Void> insertNotes(Tx tx, Finding finding) {
    return tx.query(
            "INSERT INTO finding_note (finding, note) SELECT $1, unnest($2::uuid[])",
            Tuple.tuple().addUUID(finding.id()).addArrayOfUUID(array(finding.notes())))
        .mapEmpty();
  }

  @Override
  public Future<Void> update(Tx tx, Finding finding, long nowMs) {
    return tx.query(
            "UPDATE finding SET version = version + 1, text = $2, theme = $3, changed_at = $4"
                + " WHERE id = $1",
            Tuple.tuple()
                .addUUID(finding.id())
                .addString(finding.text())
                .addUUID(finding.theme())
                .addOffsetDateTime(time(nowMs)))
        .compose(
            _ -> tx.query("DELETE FROM finding_note WHERE finding = $1", Tuple.of(finding.id())))
        .compose(_ -> insertNotes(tx, finding));
  }

  @Override
  public Future<Void> deleteFinding(Tx tx, UUID finding) {
    return tx.query("DELETE FROM finding WHERE id = $1", Tuple.of(finding)).mapEmpty();
  }

  @Override
  public Future<Boolean> isCited(Tx tx, PlanId plan, Set<UUID> notes) {
    return tx.query(
            "SELECT FROM finding f JOIN finding_note n ON n.finding = f.id"
                + " WHERE f.plan = $1 AND n.note = ANY ($2) LIMIT 1",
            Tuple.tuple().addUUID(plan.value()).addArrayOfUUID(array(notes)))
        .map(rows -> rows.size() > 0);
  }

  @Override
  public Future<Boolean> withdraw(Tx tx, PlanId plan, Set<UUID> notes) {
    Tuple which = Tuple.tuple().addUUID(plan.value()).addArrayOfUUID(array(notes));
    return tx.query(WITHDRAWN, which)
        .compose(rows ->
            tx.query("DELETE FROM note_code WHERE plan = $1 AND note = ANY ($2)", which)
                .map(_ -> rows.size() > 0));
  }

  @Override
  public Future<List<Theme>> themes(PlanId plan) {
    return database
        .query(THEMES + "WHERE plan = $1 ORDER BY number", Tuple.of(plan.value()))
        .map(rows -> all(rows, PgFindingStore::theme));
  }

  @Override
  public Future<Optional<Theme>> theme(UUID id) {
    return database
        .query(THEMES + "WHERE id = $1", Tuple.of(id))
        .map(rows -> all(rows, PgFindingStore::theme).stream().findFirst());
  }

  @Override
  public Future<Long> countThemes(Tx tx, PlanId plan) {
    return count(tx, "SELECT count(*) FROM theme WHERE plan = $1", plan);
  }

  @Override
  public Future<Void> insert(Tx tx, Theme theme) {
    return tx.query(
            "INSERT INTO theme (id, plan, title, description) VALUES ($1, $2, $3, $4)",
            Tuple.of(theme.id(), theme.plan().value(), theme.title(), theme.description()))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> update(Tx tx, Theme theme, long version) {
    return tx.query(
            "UPDATE theme SET version = version + 1, title = $2, description = $3"
                + " WHERE id = $1 AND version = $4",
            Tuple.of(theme.id(), theme.title(), theme.description(), version))
        .map(rows -> rows.rowCount() > 0);
  }

  @Override
  public Future<Void> deleteTheme(Tx tx, UUID theme) {
    return tx.query("DELETE FROM theme WHERE id = $1", Tuple.of(theme)).mapEmpty();
  }

  @Override
  public Future<List<Evidence>> evidence(PlanId plan) {
    return database
        .query(EVIDENCE + "WHERE plan = $1 ORDER BY number", Tuple.of(plan.value()))
        .map(rows -> all(rows, PgFindingStore::evidence));
  }

  @Override
  public Future<Optional<Evidence>> oneEvidence(UUID id) {
    return database
        .query(EVIDENCE + "WHERE id = $1", Tuple.of(id))
        .map(rows -> all(rows, PgFindingStore::evidence).stream().findFirst());
  }

  @Override
  public Future<Long> countEvidence(Tx tx, PlanId plan) {
    return count(tx, "SELECT count(*) FROM evidence WHERE plan = $1", plan);
  }

  @Override
  public Future<Void> insert(Tx tx, Evidence evidence) {
    return tx.query(
            "INSERT INTO evidence (id, plan, section, finding, theme, by_member, at)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7)",
            Tuple.tuple()
                .addUUID(evidence.id())
                .addUUID(evidence.plan().value())
                .addUUID(evidence.section().value())
                .addUUID(evidence.finding())
                .addUUID(evidence.theme())
                .addUUID(evidence.by().value())
                .addOffsetDateTime(time(evidence.atMs())))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> isUsed(Tx tx, UUID findingOrTheme) {
    return tx.query(
            "SELECT FROM evidence WHERE finding = $1 OR theme = $1 LIMIT 1",
            Tuple.of(findingOrTheme))
        .map(rows -> rows.size() > 0);
  }

  @Override
  public Future<Set<PartnerId>> readers(Tx tx, PlanId plan) {
    return tx.query(READERS, Tuple.of(plan.value(), (short) Level.READ.code()))
        .map(rows -> new HashSet<>(all(rows, row -> new PartnerId(row.getUUID(0)))));
  }

  static UUID[] array(Set<UUID> ids) {
    return ids.stream().sorted().toArray(UUID[]::new);
  }

  static OffsetDateTime time(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }

  static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
    List<T> list = new ArrayList<>(rows.size());
    rows.forEach(row -> list.add(read.apply(row)));
    return list;
  }

  private static Finding finding(Row row) {
    return new Finding(
        row.getUUID("id"),
        new PlanId(row.getUUID("plan")),
        row.getLong("version"),
        row.getString("text"),
        row.getUUID("theme"),
        new HashSet<>(List.of(row.getArrayOfUUIDs("notes"))),
        row.getInteger("withdrawn"),
        new MemberId(row.getUUID("by_member")),
        row.getOffsetDateTime("at").toInstant().toEpochMilli());
  }

  private static Theme theme(Row row) {
    return new Theme(
        row.getUUID("id"),
        new PlanId(row.getUUID("plan")),
        row.getLong("version"),
        row.getString("title"),
        row.getString("description"));
  }

  private static Evidence evidence(Row row) {
    return new Evidence(
        row.getUUID("id"),
        new PlanId(row.getUUID("plan")),
        new SectionId(row.getUUID("section")),
        row.getUUID("finding"),
        row.getUUID("theme"),
        new MemberId(row.getUUID("by_member")),
        row.getOffsetDateTime("at").toInstant().toEpochMilli());
  }
}
