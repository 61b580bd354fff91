package nl.beleidstafel.sections;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Database;

/// Places in PostgreSQL: tables of `V001__documents.sql` and `V003__plan.sql`.
final class PgPlaces implements Places {
  private static final String READABLE =
      """
      SELECT s.id, s.plan, p.title AS plan_title, s.document, s.key, s.number, s.title, s.status,
        d.seq, document_level(s.document, $2, $3) AS level
      FROM section s JOIN plan p ON p.id = s.plan JOIN document d ON d.id = s.document
      WHERE p.municipality = $1
      """;

  private final Database database;
  private final BiFunction<Actor, PlanId, Future<Boolean>> coordinates;

  PgPlaces(Database database, BiFunction<Actor, PlanId, Future<Boolean>> coordinates) {
    this.database = database;
    this.coordinates = coordinates;
  }

  @Override
  public Future<Optional<Place>> find(Actor actor, SectionId section) {
    return database
        .query(READABLE + " AND s.id = $4", of(actor).addUUID(section.value()))
        .compose(rows -> placesIn(actor, rows))
        .map(places -> places.stream().findFirst());
  }

  @Override
  public Future<List<Place>> of(Actor actor, PlanId plan) {
    return database
        .query(
            READABLE + " AND s.plan = $4 AND s.off_at IS NULL ORDER BY s.position",
            of(actor).addUUID(plan.value()))
        .compose(rows -> placesIn(actor, rows));
  }

  private static Tuple of(Actor actor) {
    return Tuple.of(actor.municipality().value(), actor.partner().value(), actor.member().value());
  }

  /// All rows are of one plan.
  private Future<List<Place>> placesIn(Actor actor, RowSet<Row> rows) {
    List<Row> readable = new ArrayList<>();
    for (Row row : rows) {
      if (Level.ofCode(row.getShort("level")).allows(Level.READ)) {
        readable.add(row);
      }
    }
    return readable.isEmpty()
        ? Future.succeededFuture(List.of())
        : coordinates
            .apply(actor, new PlanId(readable.getFirst().getUUID("plan")))
            .map(may -> readable.stream().map(row -> place(row, may)).toList());
  }

  private static Place place(Row row, boolean coordinates) {
    return new Place(
        new PlanId(row.getUUID("plan")),
        row.getString("plan_title"),
        new SectionId(row.getUUID("id")),
        new DocumentId(row.getUUID("document")),
        row.getString("key"),
        row.getString("number"),
        row.getString("title"),
        row.getString("status"),
        row.getLong("seq"),
        Level.ofCode(row.getShort("level")),
        coordinates);
  }

  @Override
  public Future<Set<PartnerId>> readers(DocumentId document) {
    return partners(document, Level.READ);
  }

  @Override
  public Future<Set<PartnerId>> writers(DocumentId document) {
    return partners(document, Level.WRITE);
  }

  private Future<Set<PartnerId>> partners(DocumentId document, Level level) {
    return database
        .query(
            "SELECT partner FROM document_access"
                + " WHERE document = $1 AND partner IS NOT NULL AND level >= $2",
            Tuple.of(document.value(), (short) level.code()))
        .map(rows -> {
          Set<PartnerId> partners = new HashSet<>();
          rows.forEach(row -> partners.add(new PartnerId(row.getUUID("partner"))));
          return partners;
        });
  }
}
