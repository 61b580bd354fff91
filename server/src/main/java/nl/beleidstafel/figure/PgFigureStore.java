package nl.beleidstafel.figure;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// The store in PostgreSQL: the table of `V078__figure.sql`.
record PgFigureStore(Database database) implements FigureStore {
  private static final String FIGURES =
      """
      SELECT f.id, f.plan, f.version, f.label, f.value, f.unit, f.source, f.year, f.section,
        f.question, f.by_member, f.partner, f.at, f.removed
      FROM figure f
      """;

  @Override
  public Future<List<Figure>> of(PlanId plan) {
    return database
        .query(
            FIGURES
                + " WHERE f.plan = $1 AND NOT f.removed ORDER BY f.at, f.id LIMIT "
                + Limits.FIGURES_OF_PLAN_MAX,
            Tuple.of(plan.value()))
        .map(PgFigureStore::figures);
  }

  @Override
  public Future<Optional<Figure>> find(MunicipalityId municipality, UUID figure) {
    return database
        .query(
            FIGURES + " JOIN plan p ON p.id = f.plan WHERE p.municipality = $1 AND f.id = $2",
            Tuple.of(municipality.value(), figure))
        .map(rows -> figures(rows).stream().findFirst());
  }

  @Override
  public Future<Optional<Figure>> lock(Tx tx, UUID figure) {
    return tx.query(FIGURES + " WHERE f.id = $1 FOR UPDATE", Tuple.of(figure))
        .map(rows -> figures(rows).stream().findFirst());
  }

  @Override
  public Future<Long> count(Tx tx, PlanId plan) {
    return tx.query("SELECT count(*) FROM figure WHERE plan = $1", Tuple.of(plan.value()))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Future<Void> insert(Tx tx, Figure figure) {
    return tx.query(
            "INSERT INTO figure (id, version, label, value, unit, source, year, section, question,"
                + " removed, plan, by_member, partner, at)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            values(figure)
                .addUUID(figure.plan().value())
                .addUUID(figure.by().value())
                .addUUID(figure.partner().value())
                .addOffsetDateTime(
                    OffsetDateTime.ofInstant(Instant.ofEpochMilli(figure.atMs()), ZoneOffset.UTC)))
        .mapEmpty();
  }

  @Override
  public Future<Void> update(Tx tx, Figure figure) {
    return tx.query(
            "UPDATE figure SET version = $2, label = $3, value = $4, unit = $5, source = $6,"
                + " year = $7, section = $8, question = $9, removed = $10 WHERE id = $1",
            values(figure))
        .mapEmpty();
  }

  private static Tuple values(Figure figure) {
    Figure.Content content = figure.content();
    return Tuple.tuple()
        .addUUID(figure.id())
        .addLong(figure.version())
        .addString(content.label())
        .addString(content.value())
        .addString(content.unit())
        .addString(content.source())
        .addShort((short) content.year())
        .addUUID(id(content.section()))
        .addString(content.question())
        .addBoolean(figure.removed());
  }

  private static @Nullable UUID id(@Nullable SectionId section) {
    return section == null ? null : section.value();
  }

  @Override
  public Future<Set<PartnerId>> readers(PlanId plan) {
    return database
        .query(
            "SELECT DISTINCT a.partner FROM section s JOIN document_access a"
                + " ON a.document = s.document WHERE s.plan = $1 AND a.partner IS NOT NULL"
                + " AND a.level > 0",
            Tuple.of(plan.value()))
        .map(rows -> {
          Set<PartnerId> readers = new HashSet<>();
          rows.forEach(row -> readers.add(new PartnerId(row.getUUID(0))));
          return readers;
        });
  }

  private static List<Figure> figures(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(PgFigureStore::figure).toList();
  }

  private static Figure figure(Row row) {
    UUID section = row.getUUID("section");
    return new Figure(
        row.getUUID("id"),
        new PlanId(row.getUUID("plan")),
        row.getLong("version"),
        new Figure.Content(
            row.getString("label"),
            row.getString("value"),
            row.getString("unit"),
            row.getString("source"),
            row.getShort("year"),
            section == null ? null : new SectionId(section),
            row.getString("question")),
        new MemberId(row.getUUID("by_member")),
        new PartnerId(row.getUUID("partner")),
        row.getOffsetDateTime("at").toInstant().toEpochMilli(),
        row.getBoolean("removed"));
  }
}
