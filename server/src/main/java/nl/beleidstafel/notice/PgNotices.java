package nl.beleidstafel.notice;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels.Event;
import nl.beleidstafel.collab.MemberChannels;
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

  private final Clock clock;
  private final Schedule schedule;
  private final MemberChannels channels;

  PgNotices(Clock clock, Schedule schedule, MemberChannels channels) {
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
        .onSuccess(_ -> tx.atEnd(() -> announce(notices)))
        .mapEmpty();
  }

  /// Only those who were told: that there was something says that somebody takes part.
  private void announce(List<Notice> notices) {
    Map<PlanId, Set<MemberId>> told =
        notices.stream()
            .collect(
                Collectors.groupingBy(
                    Notice::plan, Collectors.mapping(Notice::to, Collectors.toSet())));
    told.forEach((plan, members) -> channels.tellMembers(plan, Event.NOTICES_CHANGED, 0, members));
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
