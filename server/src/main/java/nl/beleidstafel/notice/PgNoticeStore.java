package nl.beleidstafel.notice;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// The store in PostgreSQL: tables of `V040__notice.sql` and `V071__notice_preferences.sql`.
record PgNoticeStore(Database database) implements NoticeStore {
  private static final String TOLD =
      """
      SELECT id, kind, plan, section, subject, by_member, at, seen_at IS NOT NULL AS seen
      FROM notice WHERE member = $1
      """;
  private static final String NEWEST = " ORDER BY at DESC, id DESC LIMIT $2";
  private static final String RECIPIENT =
      """
      SELECT m.municipality, m.partner, m.name, m.email, m.administrator,
        p.name AS partner_name, p.badge, p.colour, g.name AS town
      FROM member m JOIN partner p ON p.id = m.partner JOIN municipality g ON g.id = m.municipality
      WHERE m.id = $1 AND m.removed_at IS NULL
      """;
  private static final String PREFER =
      """
      INSERT INTO notice_preference (member, ways, digest_at, quiet_from, quiet_to, weekends)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (member) DO UPDATE SET ways = excluded.ways, digest_at = excluded.digest_at,
        quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
        weekends = excluded.weekends
      """;

  @Override
  public Future<List<Told>> of(MemberId member, @Nullable UUID before, int countMax) {
    String older =
        " AND ($3::uuid IS NULL"
            + " OR (at, id) < (SELECT at, id FROM notice WHERE id = $3 AND member = $1))";
    return database
        .query(TOLD + older + NEWEST, Tuple.of(member.value(), (long) countMax, before))
        .map(PgNoticeStore::list);
  }

  @Override
  public Future<List<Told>> unseen(MemberId member, int countMax) {
    return database
        .query(TOLD + " AND seen_at IS NULL" + NEWEST, Tuple.of(member.value(), (long) countMax))
        .map(PgNoticeStore::list);
  }

  private static List<Told> list(RowSet<Row> rows) {
    List<Told> told = new ArrayList<>();
    for (Row row : rows) {
      UUID section = row.getUUID("section");
      UUID by = row.getUUID("by_member");
      told.add(
          new Told(
              row.getUUID("id"),
              Notice.Kind.valueOf(row.getString("kind")),
              new PlanId(row.getUUID("plan")),
              section == null ? null : new SectionId(section),
              row.getUUID("subject"),
              by == null ? null : new MemberId(by),
              row.getOffsetDateTime("at").toInstant().toEpochMilli(),
              row.getBoolean("seen")));
    }
    return told;
  }

  @Override
  public Future<Void> seen(MemberId member, Optional<Set<UUID>> ids, long nowMs) {
    UUID[] named = ids.map(each -> each.toArray(UUID[]::new)).orElse(null);
    return database
        .query(
            "UPDATE notice SET seen_at = $2"
                + " WHERE member = $1 AND seen_at IS NULL"
                + " AND ($3::uuid[] IS NULL OR id = ANY ($3))",
            Tuple.tuple()
                .addUUID(member.value())
                .addOffsetDateTime(time(nowMs))
                .addArrayOfUUID(named))
        .mapEmpty();
  }

  @Override
  public Future<Preferences> preferences(MemberId member) {
    return database
        .query(
            "SELECT ways, digest_at, quiet_from, quiet_to, weekends"
                + " FROM notice_preference WHERE member = $1",
            Tuple.of(member.value()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(PgNoticeStore::preferences)
                .orElse(Preferences.USUAL));
  }

  private static Preferences preferences(Row row) {
    Map<Notice.Kind, Way> ways = new EnumMap<>(Notice.Kind.class);
    JsonObject chosen = row.getJsonObject("ways");
    for (Notice.Kind kind : Notice.Kind.values()) {
      String way = chosen.getString(kind.name());
      if (way != null) {
        ways.put(kind, Way.valueOf(way));
      }
    }
    return new Preferences(
        ways,
        row.getShort("digest_at"),
        row.getShort("quiet_from"),
        row.getShort("quiet_to"),
        row.getBoolean("weekends"));
  }

  @Override
  public Future<Void> prefer(MemberId member, Preferences preferences) {
    JsonObject ways = new JsonObject();
    preferences.ways().forEach((kind, way) -> ways.put(kind.name(), way.name()));
    return database
        .query(
            PREFER,
            Tuple.of(
                member.value(),
                ways,
                (short) preferences.digestAt(),
                (short) preferences.quietFrom(),
                (short) preferences.quietTo(),
                preferences.weekends()))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Recipient>> recipient(Tx tx, MemberId member) {
    return tx.query(RECIPIENT, Tuple.of(member.value()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> recipient(member, row)));
  }

  private static Recipient recipient(MemberId member, Row row) {
    Actor actor =
        new Actor(
            new MunicipalityId(row.getUUID("municipality")),
            new PartnerId(row.getUUID("partner")),
            member,
            row.getString("name"),
            row.getString("partner_name"),
            row.getString("badge"),
            row.getShort("colour"),
            row.getBoolean("administrator"));
    return new Recipient(actor, row.getString("email"), row.getString("town"));
  }

  @Override
  public Future<List<Told>> unmailed(Tx tx, MemberId member, int countMax) {
    return tx.query(
            TOLD + " AND mailed_at IS NULL AND seen_at IS NULL ORDER BY at, id LIMIT $2",
            Tuple.of(member.value(), (long) countMax))
        .map(PgNoticeStore::list);
  }

  @Override
  public Future<Void> mailed(Tx tx, Set<UUID> ids, long nowMs) {
    return tx.query(
            "UPDATE notice SET mailed_at = $2 WHERE id = ANY ($1)",
            Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)).addOffsetDateTime(time(nowMs)))
        .mapEmpty();
  }

  @Override
  public Future<Void> forget(Tx tx, long seenBeforeMs, long toldBeforeMs) {
    return tx.query(
            "DELETE FROM notice WHERE seen_at < $1 OR at < $2",
            Tuple.of(time(seenBeforeMs), time(toldBeforeMs)))
        .mapEmpty();
  }

  private static OffsetDateTime time(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }
}
