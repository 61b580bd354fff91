package nl.beleidstafel.topiclist;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.talks.TopicsJson;
import org.jspecify.annotations.Nullable;

/// The store in PostgreSQL: tables of `V074__topic_list.sql`.
record PgListStore(Database database) implements ListStore {
  private static final String LISTS =
      """
      SELECT l.id, l.model, l.newest, l.archived_at, v.version, v.content, v.by_member, v.at
      FROM topic_list l JOIN topic_list_version v ON v.list = l.id
      WHERE l.municipality = $1
      """;

  @Override
  public Future<List<Kept>> of(MunicipalityId municipality) {
    return database
        .query(
            LISTS
                + " AND v.version = l.newest"
                + " ORDER BY l.archived_at IS NOT NULL, lower(v.content ->> 'title'), l.id"
                + " LIMIT "
                + Limits.TOPIC_LISTS_OF_MUNICIPALITY_MAX,
            Tuple.of(municipality.value()))
        .map(PgListStore::lists);
  }

  @Override
  public Future<Optional<Kept>> find(
      MunicipalityId municipality, UUID list, @Nullable Integer version) {
    return database
        .query(
            LISTS + " AND l.id = $2 AND v.version = coalesce($3, l.newest)",
            Tuple.of(municipality.value(), list, version))
        .map(rows -> lists(rows).stream().findFirst());
  }

  @Override
  public Future<List<Kept.Version>> versions(UUID list) {
    return database
        .query(
            "SELECT version, by_member, at FROM topic_list_version WHERE list = $1"
                + " ORDER BY version DESC LIMIT "
                + Limits.VERSIONS_OF_TOPIC_LIST_MAX,
            Tuple.of(list))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                    new Kept.Version(
                        row.getInteger("version"),
                        new MemberId(row.getUUID("by_member")),
                        millis(row)))
                .toList());
  }

  @Override
  public Future<Optional<Kept>> lock(Tx tx, MunicipalityId municipality, UUID list) {
    return tx.query(
            LISTS + " AND l.id = $2 AND v.version = l.newest FOR UPDATE OF l",
            Tuple.of(municipality.value(), list))
        .map(rows -> lists(rows).stream().findFirst());
  }

  @Override
  public Future<Long> count(Tx tx, MunicipalityId municipality) {
    return tx.query(
            "SELECT FROM municipality WHERE id = $1 FOR NO KEY UPDATE",
            Tuple.of(municipality.value()))
        .compose(_ ->
            tx.query(
                "SELECT count(*) FROM topic_list WHERE municipality = $1",
                Tuple.of(municipality.value())))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Future<Void> insert(Tx tx, MunicipalityId municipality, Kept list) {
    return tx.query(
            "INSERT INTO topic_list (id, municipality, model, newest) VALUES ($1, $2, $3, $4)",
            Tuple.of(list.id(), municipality.value(), list.model(), list.version()))
        .compose(_ -> version(tx, list));
  }

  @Override
  public Future<Void> add(Tx tx, Kept list) {
    return version(tx, list)
        .compose(_ ->
            tx.query(
                "UPDATE topic_list SET newest = $2 WHERE id = $1",
                Tuple.of(list.id(), list.version())))
        .mapEmpty();
  }

  private static Future<Void> version(Tx tx, Kept list) {
    return tx.query(
            "INSERT INTO topic_list_version (list, version, content, by_member, at)"
                + " VALUES ($1, $2, $3, $4, $5)",
            Tuple.of(
                list.id(),
                list.version(),
                TopicsJson.write(list.content()),
                list.by().value(),
                OffsetDateTime.ofInstant(Instant.ofEpochMilli(list.atMs()), ZoneOffset.UTC)))
        .mapEmpty();
  }

  @Override
  public Future<Void> archive(Tx tx, UUID list, boolean archived) {
    return tx.query(
            "UPDATE topic_list SET archived_at = CASE WHEN $2 THEN now() END WHERE id = $1",
            Tuple.of(list, archived))
        .mapEmpty();
  }

  private static List<Kept> lists(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(PgListStore::list).toList();
  }

  private static Kept list(Row row) {
    return new Kept(
        row.getUUID("id"),
        row.getString("model"),
        row.getInteger("version"),
        row.getInteger("newest"),
        TopicsJson.read(row.getJsonObject("content")),
        new MemberId(row.getUUID("by_member")),
        millis(row),
        row.getOffsetDateTime("archived_at") != null);
  }

  private static long millis(Row row) {
    return row.getOffsetDateTime("at").toInstant().toEpochMilli();
  }
}
