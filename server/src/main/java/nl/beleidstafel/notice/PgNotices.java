package nl.beleidstafel.notice;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// Notices in PostgreSQL: table of `V040__notice.sql`.
final class PgNotices implements Notices {
  private static final String INSERT =
      """
      INSERT INTO notice
        (id, municipality, member, kind, plan, section, subject, by_member, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;

  private final Clock clock;

  PgNotices(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Future<Void> tell(Tx tx, List<Notice> notices) {
    if (notices.isEmpty()) {
      return Future.succeededFuture();
    }
    OffsetDateTime now =
        OffsetDateTime.ofInstant(Instant.ofEpochMilli(clock.nowMs()), ZoneOffset.UTC);
    return tx.batch(INSERT, notices.stream().map(notice -> row(notice, now)).toList()).mapEmpty();
  }

  private static Tuple row(Notice notice, OffsetDateTime now) {
    return Tuple.tuple()
        .addUUID(UUID.randomUUID())
        .addUUID(notice.municipality().value())
        .addUUID(notice.to().value())
        .addString(notice.kind().name())
        .addUUID(notice.plan().value())
        .addUUID(id(notice.section()))
        .addUUID(notice.subject())
        .addUUID(id(notice.by()))
        .addOffsetDateTime(now);
  }

  private static @Nullable UUID id(@Nullable SectionId section) {
    return section == null ? null : section.value();
  }

  private static @Nullable UUID id(@Nullable MemberId member) {
    return member == null ? null : member.value();
  }
}
