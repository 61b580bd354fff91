package nl.beleidstafel.notice;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Channels.Event;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/// Notices in PostgreSQL: table of `V040__notice.sql`.
final class PgNotices implements Notices {
  private static final String INSERT =
      """
      INSERT INTO notice
        (id, municipality, member, kind, plan, section, subject, by_member, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;

  private static final String PARTNERS = "SELECT DISTINCT partner FROM member WHERE id = ANY ($1)";

  private final Clock clock;
  private final Schedule schedule;
  private final Channels channels;

  PgNotices(Clock clock, Schedule schedule, Channels channels) {
    this.clock = clock;
    this.schedule = schedule;
    this.channels = channels;
  }

  @Override
  public Future<Void> tell(Tx tx, List<Notice> notices) {
    if (notices.isEmpty()) {
      return Future.succeededFuture();
    }
    long nowMs = clock.nowMs();
    OffsetDateTime now = OffsetDateTime.ofInstant(Instant.ofEpochMilli(nowMs), ZoneOffset.UTC);
    Set<UUID> told = notices.stream().map(each -> each.to().value()).collect(Collectors.toSet());
    return tx.batch(INSERT, notices.stream().map(notice -> row(notice, now)).toList())
        .compose(_ -> schedule.putNoLater(tx, NoticeMail.KIND, told, nowMs))
        .compose(_ -> tx.query(PARTNERS, Tuple.tuple().addArrayOfUUID(told.toArray(UUID[]::new))))
        .onSuccess(rows -> {
          Set<PartnerId> partners = new HashSet<>();
          rows.forEach(row -> partners.add(new PartnerId(row.getUUID("partner"))));
          Set<PlanId> plans = notices.stream().map(Notice::plan).collect(Collectors.toSet());
          tx.atEnd(
              () -> plans.forEach(plan -> channels.tell(plan, Event.NOTICES_CHANGED, 0, partners)));
        })
        .mapEmpty();
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
