package nl.beleidstafel.plan;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The store in PostgreSQL: tables of `V003__plan.sql`.
final class PgPlanStore implements PlanStore {
  private static final String FIND =
      "SELECT title, template FROM plan WHERE id = $1 AND municipality = $2";
  private static final String OUTLINE =
      "SELECT id, key, number, title, level, document, status FROM section"
          + " WHERE plan = $1 ORDER BY position";
  private static final String INSERT =
      "INSERT INTO section (id, plan, position, key, number, title, level, document, status)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

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
                    .map(rows -> Optional.of(plan(municipality, plan, found, rows))));
  }

  @Override
  public Future<Boolean> insert(Tx tx, NewPlan plan) {
    return tx.query(
            "INSERT INTO plan"
                + " (id, municipality, title, template, demonstration, created_by, created_at)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7)"
                + " ON CONFLICT (municipality) WHERE demonstration DO NOTHING",
            Tuple.tuple()
                .addUUID(plan.id().value())
                .addUUID(plan.municipality().value())
                .addString(plan.title())
                .addString(plan.template())
                .addBoolean(plan.demonstration())
                .addUUID(plan.createdBy().value())
                .addOffsetDateTime(
                    OffsetDateTime.ofInstant(
                        Instant.ofEpochMilli(plan.createdAtMs()), ZoneOffset.UTC)))
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
        .mapEmpty();
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
        .addString(section.status().word());
  }

  private static Plan plan(
      MunicipalityId municipality, PlanId id, RowSet<Row> found, RowSet<Row> outline) {
    return new Plan(
        id,
        municipality,
        list(found).getFirst().getString("title"),
        list(found).getFirst().getString("template"),
        list(outline).stream().map(PgPlanStore::section).toList());
  }

  static Section section(Row row) {
    return new Section(
        new SectionId(row.getUUID("id")),
        row.getString("key"),
        row.getString("number"),
        row.getString("title"),
        row.getShort("level"),
        new DocumentId(row.getUUID("document")),
        Section.Status.of(row.getString("status")));
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
