package nl.beleidstafel.plan;

import io.vertx.core.Future;
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
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The store in PostgreSQL: tables of `V003__plan.sql`.
final class PgPlanStore implements PlanStore {
  static final String OF_PLAN = "title, template, outline_version, period_from, period_to";
  static final String COLUMNS =
      "id, key, number, title, level, document, status, off_at, elsewhere";
  private static final String FIND =
      "SELECT " + OF_PLAN + " FROM plan WHERE id = $1 AND municipality = $2";
  private static final String OUTLINE =
      "SELECT " + COLUMNS + " FROM section WHERE plan = $1 ORDER BY position";
  private static final String INSERT =
      "INSERT INTO section (id, plan, position, key, number, title, level, document, status,"
          + " off_at, elsewhere) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
  private static final String CHANGE =
      "UPDATE section SET position = $3, number = $4, title = $5, off_at = $6, elsewhere = $7"
          + " WHERE plan = $1 AND id = $2";
  private static final String SEQ = "SELECT seq FROM document WHERE id = $1";
  private static final String LAST_CHANGES =
      """
      SELECT s.id, u.at, u.author, u.organisation
      FROM section s CROSS JOIN LATERAL (
        SELECT at, author, organisation FROM document_update
        WHERE document = s.document AND author IS NOT NULL ORDER BY seq DESC LIMIT 1
      ) u
      WHERE s.plan = $1
      """;

  private final Database database;

  PgPlanStore(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<Line>> list(MunicipalityId municipality) {
    return database
        .query(
            "SELECT id, title FROM plan WHERE municipality = $1 ORDER BY created_at, id",
            Tuple.of(municipality.value()))
        .map(rows ->
            list(rows).stream()
                .map(row -> new Line(new PlanId(row.getUUID("id")), row.getString("title")))
                .toList());
  }

  @Override
  public Future<Optional<Plan>> find(MunicipalityId municipality, PlanId plan) {
    return find(database::query, FIND, municipality, plan);
  }

  @Override
  public Future<Optional<Plan>> lock(Tx tx, MunicipalityId municipality, PlanId plan) {
    return find(tx::query, FIND + " FOR UPDATE", municipality, plan);
  }

  private static Future<Optional<Plan>> find(
      BiFunction<String, Tuple, Future<RowSet<Row>>> query,
      String sql,
      MunicipalityId municipality,
      PlanId plan) {
    return query
        .apply(sql, Tuple.of(plan.value(), municipality.value()))
        .compose(found ->
            found.size() == 0
                ? Future.succeededFuture(Optional.empty())
                : query
                    .apply(OUTLINE, Tuple.of(plan.value()))
                    .map(rows ->
                        Optional.of(
                            plan(
                                municipality,
                                plan,
                                list(found).getFirst(),
                                list(rows).stream().map(PgPlanStore::section).toList()))));
  }

  @Override
  public Future<Boolean> insert(Tx tx, NewPlan plan) {
    Plan.Period period = plan.period();
    return tx.query(
            "INSERT INTO plan"
                + " (id, municipality, title, template, demonstration, created_by, created_at,"
                + " period_from, period_to)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
                + " ON CONFLICT (municipality) WHERE demonstration DO NOTHING",
            Tuple.tuple()
                .addUUID(plan.id().value())
                .addUUID(plan.municipality().value())
                .addString(plan.title())
                .addString(plan.template())
                .addBoolean(plan.demonstration())
                .addUUID(plan.createdBy().value())
                .addOffsetDateTime(at(plan.createdAtMs()))
                .addShort(period == null ? null : (short) period.from())
                .addShort(period == null ? null : (short) period.to()))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Void> append(Tx tx, PlanId plan, List<Section> sections, int position) {
    List<Tuple> rows = new ArrayList<>();
    for (Section section : sections) {
      rows.add(row(plan, section, position + rows.size()));
    }
    return tx.batch(INSERT, rows).mapEmpty();
  }

  @Override
  public Future<Void> insertAt(Tx tx, PlanId plan, Section section, int position) {
    return tx.query(
            "UPDATE section SET position = position + 1 WHERE plan = $1 AND position >= $2",
            Tuple.of(plan.value(), position))
        .compose(_ -> tx.query(INSERT, row(plan, section, position)))
        .compose(_ -> raise(tx, plan));
  }

  @Override
  public Future<Void> replace(Tx tx, Plan before, Plan after) {
    List<Tuple> rows = new ArrayList<>();
    for (int i = 0; i < after.sections().size(); i++) {
      Section section = after.sections().get(i);
      if (i >= before.sections().size() || !section.equals(before.sections().get(i))) {
        rows.add(changed(after.id(), section, i));
      }
    }
    // Positions are compared when all of them are written.
    return tx.query("SET CONSTRAINTS ALL DEFERRED")
        .compose(_ -> rows.isEmpty() ? Future.succeededFuture() : tx.batch(CHANGE, rows))
        .compose(_ -> raise(tx, after.id()));
  }

  private static Tuple changed(PlanId plan, Section section, int position) {
    Section.Off off = section.off();
    return Tuple.tuple()
        .addUUID(plan.value())
        .addUUID(section.id().value())
        .addInteger(position)
        .addString(section.number())
        .addString(section.title())
        .addOffsetDateTime(off == null ? null : at(off.atMs()))
        .addString(off == null ? "" : off.elsewhere());
  }

  private static Future<Void> raise(Tx tx, PlanId plan) {
    return tx.query(
            "UPDATE plan SET outline_version = outline_version + 1 WHERE id = $1",
            Tuple.of(plan.value()))
        .mapEmpty();
  }

  @Override
  public Future<Void> delete(Tx tx, PlanId plan, Section section) {
    // The section first: it names its document.
    return tx.query("DELETE FROM section WHERE id = $1", Tuple.of(section.id().value()))
        .compose(_ ->
            tx.query("DELETE FROM document WHERE id = $1", Tuple.of(section.document().value())))
        .mapEmpty();
  }

  @Override
  public Future<Long> seq(DocumentId document) {
    return database.query(SEQ, Tuple.of(document.value())).map(PgPlanStore::seq);
  }

  @Override
  public Future<Long> hold(Tx tx, DocumentId document) {
    return tx.query(SEQ + " FOR UPDATE", Tuple.of(document.value())).map(PgPlanStore::seq);
  }

  private static long seq(RowSet<Row> rows) {
    return rows.size() == 0 ? 0 : rows.iterator().next().getLong("seq");
  }

  @Override
  public Future<Map<SectionId, LastChange>> lastChanges(PlanId plan) {
    return database
        .query(LAST_CHANGES, Tuple.of(plan.value()))
        .map(rows -> {
          Map<SectionId, LastChange> changes = new HashMap<>();
          for (Row row : rows) {
            changes.put(
                new SectionId(row.getUUID("id")),
                new LastChange(
                    row.getOffsetDateTime("at").toInstant().toEpochMilli(),
                    new MemberId(row.getUUID("author")),
                    new PartnerId(row.getUUID("organisation"))));
          }
          return changes;
        });
  }

  private static Tuple row(PlanId plan, Section section, int position) {
    return Tuple.tuple()
        .addUUID(section.id().value())
        .addUUID(plan.value())
        .addInteger(position)
        .addString(section.key())
        .addString(section.number())
        .addString(section.title())
        .addShort((short) section.level())
        .addUUID(section.document().value())
        .addString(section.status().word())
        .addOffsetDateTime(section.off() == null ? null : at(section.off().atMs()))
        .addString(section.off() == null ? "" : section.off().elsewhere());
  }

  private static OffsetDateTime at(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }

  static Plan plan(MunicipalityId municipality, PlanId id, Row row, List<Section> sections) {
    Short from = row.getShort("period_from");
    Short to = row.getShort("period_to");
    return new Plan(
        id,
        municipality,
        row.getString("title"),
        row.getString("template"),
        row.getLong("outline_version"),
        from == null || to == null ? null : new Plan.Period(from, to),
        sections);
  }

  static Section section(Row row) {
    OffsetDateTime offAt = row.getOffsetDateTime("off_at");
    return new Section(
        new SectionId(row.getUUID("id")),
        row.getString("key"),
        row.getString("number"),
        row.getString("title"),
        row.getShort("level"),
        new DocumentId(row.getUUID("document")),
        Section.Status.of(row.getString("status")),
        offAt == null
            ? null
            : new Section.Off(offAt.toInstant().toEpochMilli(), row.getString("elsewhere")));
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
