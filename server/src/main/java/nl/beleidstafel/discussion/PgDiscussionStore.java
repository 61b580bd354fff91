package nl.beleidstafel.discussion;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// The store in PostgreSQL: tables of `V041__discussion.sql`.
record PgDiscussionStore(Database database) implements DiscussionStore {
  private static final String THREADS =
      """
      SELECT t.id, t.section, t.anchor_from, t.anchor_to, t.quote, t.seq, t.by_member, t.partner,
        t.at, t.resolved_by, t.resolved_at
      FROM thread t
      """;
  private static final String COMMENTS =
      """
      SELECT id, thread, by_member, partner, text, mentions, at, edited_at,
        removed_at IS NOT NULL AS removed
      FROM comment WHERE thread = ANY ($1) ORDER BY number
      """;

  private static final String SAID =
      """
      SELECT t.section, c.id, c.by_member, c.partner, c.text, c.mentions, c.at, c.edited_at,
        false AS removed
      FROM comment c JOIN thread t ON t.id = c.thread
      WHERE c.by_member = $1 AND c.removed_at IS NULL ORDER BY c.number DESC LIMIT
      """
          + Limits.TRACES_OF_MEMBER_MAX;

  private static final String COUNTS =
      """
      SELECT t.section, t.resolved_at IS NOT NULL AS resolved, count(*) AS count
      FROM thread t JOIN section s ON s.id = t.section
      WHERE s.plan = $1 GROUP BY 1, 2
      """;

  @Override
  public Future<List<Talk>> of(SectionId section) {
    return talks(
        database::query, THREADS + " WHERE t.section = $1 ORDER BY t.number", section.value());
  }

  @Override
  public Future<List<Talk>> ofPlan(PlanId plan) {
    return talks(
        database::query,
        THREADS
            + " JOIN section s ON s.id = t.section WHERE s.plan = $1 ORDER BY t.number LIMIT "
            + Limits.REMARKS_OF_PLAN_MAX,
        plan.value());
  }

  @Override
  public Future<List<Said>> by(MemberId member) {
    return database
        .query(SAID, Tuple.of(member.value()))
        .map(rows -> {
          List<Said> said = new ArrayList<>();
          for (Row row : rows) {
            said.add(new Said(new SectionId(row.getUUID("section")), comment(row)));
          }
          return said;
        });
  }

  @Override
  public Future<Optional<Talk>> lock(Tx tx, UUID thread) {
    return talks(tx::query, THREADS + " WHERE t.id = $1 FOR UPDATE", thread)
        .map(found -> found.stream().findFirst());
  }

  private static Future<List<Talk>> talks(
      BiFunction<String, Tuple, Future<RowSet<Row>>> query, String sql, UUID of) {
    return query
        .apply(sql, Tuple.of(of))
        .compose(threads -> {
          Map<UUID, List<Talk.Comment>> comments = new LinkedHashMap<>();
          threads.forEach(row -> comments.put(row.getUUID("id"), new ArrayList<>()));
          UUID[] ids = comments.keySet().toArray(UUID[]::new);
          return query
              .apply(COMMENTS, Tuple.of((Object) ids))
              .map(rows -> {
                for (Row row : rows) {
                  comments.getOrDefault(row.getUUID("thread"), new ArrayList<>()).add(comment(row));
                }
                List<Talk> talks = new ArrayList<>();
                for (Row row : threads) {
                  talks.add(talk(row, comments.getOrDefault(row.getUUID("id"), List.of())));
                }
                return talks;
              });
        });
  }

  private static Talk talk(Row row, List<Talk.Comment> comments) {
    UUID resolvedBy = row.getUUID("resolved_by");
    return new Talk(
        row.getUUID("id"),
        new SectionId(row.getUUID("section")),
        bytes(row.getBuffer("anchor_from")),
        bytes(row.getBuffer("anchor_to")),
        row.getString("quote"),
        row.getLong("seq"),
        new MemberId(row.getUUID("by_member")),
        new PartnerId(row.getUUID("partner")),
        millis(row.getOffsetDateTime("at")),
        resolvedBy == null ? null : new MemberId(resolvedBy),
        optionalMillis(row.getOffsetDateTime("resolved_at")),
        comments);
  }

  private static Talk.Comment comment(Row row) {
    List<MemberId> mentions = new ArrayList<>();
    for (UUID mention : row.getArrayOfUUIDs("mentions")) {
      mentions.add(new MemberId(mention));
    }
    return new Talk.Comment(
        row.getUUID("id"),
        new MemberId(row.getUUID("by_member")),
        new PartnerId(row.getUUID("partner")),
        row.getString("text"),
        mentions,
        millis(row.getOffsetDateTime("at")),
        optionalMillis(row.getOffsetDateTime("edited_at")),
        row.getBoolean("removed"));
  }

  private static @Nullable Bytes bytes(@Nullable Buffer buffer) {
    return buffer == null ? null : Bytes.wrap(buffer.getBytes());
  }

  private static @Nullable Buffer buffer(@Nullable Bytes bytes) {
    return bytes == null ? null : Buffer.buffer(bytes.toArray());
  }

  private static long millis(OffsetDateTime at) {
    return at.toInstant().toEpochMilli();
  }

  private static @Nullable Long optionalMillis(@Nullable OffsetDateTime at) {
    return at == null ? null : millis(at);
  }

  private static OffsetDateTime time(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }

  @Override
  public Future<Optional<SectionId>> sectionOf(UUID thread) {
    return one("SELECT section FROM thread WHERE id = $1", thread)
        .map(found -> found.map(SectionId::new));
  }

  @Override
  public Future<Optional<UUID>> threadOf(UUID comment) {
    return one("SELECT thread FROM comment WHERE id = $1", comment);
  }

  private Future<Optional<UUID>> one(String sql, UUID of) {
    return database
        .query(sql, Tuple.of(of))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(row.getUUID(0));
          }
          return Optional.empty();
        });
  }

  @Override
  public Future<Map<SectionId, Map<Boolean, Long>>> countAll(PlanId plan) {
    return database
        .query(COUNTS, Tuple.of(plan.value()))
        .map(rows -> {
          Map<SectionId, Map<Boolean, Long>> counts = new HashMap<>();
          for (Row row : rows) {
            counts
                .computeIfAbsent(new SectionId(row.getUUID("section")), _ -> new HashMap<>())
                .put(row.getBoolean("resolved"), row.getLong("count"));
          }
          return counts;
        });
  }

  @Override
  public Future<Long> count(Tx tx, SectionId section) {
    return tx.query("SELECT count(*) FROM thread WHERE section = $1", Tuple.of(section.value()))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Future<Void> insert(Tx tx, Talk talk) {
    return tx.query(
            "INSERT INTO thread"
                + " (id, section, anchor_from, anchor_to, quote, seq, by_member, partner, at)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            Tuple.tuple()
                .addUUID(talk.id())
                .addUUID(talk.section().value())
                .addBuffer(buffer(talk.from()))
                .addBuffer(buffer(talk.to()))
                .addString(talk.quote())
                .addLong(talk.seq())
                .addUUID(talk.by().value())
                .addUUID(talk.partner().value())
                .addOffsetDateTime(time(talk.atMs())))
        .mapEmpty();
  }

  @Override
  public Future<Void> insert(Tx tx, UUID thread, Talk.Comment comment) {
    return tx.query(
            "INSERT INTO comment (id, thread, by_member, partner, text, mentions, at)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7)",
            Tuple.tuple()
                .addUUID(comment.id())
                .addUUID(thread)
                .addUUID(comment.by().value())
                .addUUID(comment.partner().value())
                .addString(comment.text())
                .addArrayOfUUID(ids(comment.mentions()))
                .addOffsetDateTime(time(comment.atMs())))
        .mapEmpty();
  }

  private static UUID[] ids(List<MemberId> members) {
    return members.stream().map(MemberId::value).toArray(UUID[]::new);
  }

  @Override
  public Future<Void> edit(Tx tx, UUID comment, String text, List<MemberId> mentions, long nowMs) {
    return tx.query(
            "UPDATE comment SET text = $2, mentions = $3, edited_at = $4 WHERE id = $1",
            Tuple.of(comment, text, ids(mentions), time(nowMs)))
        .mapEmpty();
  }

  @Override
  public Future<Void> remove(Tx tx, UUID comment, long nowMs) {
    return tx.query(
            "UPDATE comment SET text = '', mentions = '{}', removed_at = $2 WHERE id = $1",
            Tuple.of(comment, time(nowMs)))
        .mapEmpty();
  }

  @Override
  public Future<Void> delete(Tx tx, UUID thread) {
    return tx.query("DELETE FROM thread WHERE id = $1", Tuple.of(thread)).mapEmpty();
  }

  @Override
  public Future<Void> resolve(Tx tx, UUID thread, @Nullable MemberId by, long nowMs) {
    return tx.query(
            "UPDATE thread SET resolved_by = $2, resolved_at = $3 WHERE id = $1",
            Tuple.tuple()
                .addUUID(thread)
                .addUUID(by == null ? null : by.value())
                .addOffsetDateTime(by == null ? null : time(nowMs)))
        .mapEmpty();
  }
}
