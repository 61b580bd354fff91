package nl.beleidstafel.fillin;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.notice.Notice;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.schedule.Schedule;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Places;
import org.jspecify.annotations.Nullable;

/// Reminds, on the day, whoever was asked to fill something in that is open still; where only a day
/// was set, whoever set it. Any thread; nothing waits. Rule F9 of `docs/spec.md`.
record Reminders(
    FillInStore store,
    Projector projector,
    Places places,
    People people,
    Notices notices,
    Schedule schedule)
    implements Job {
  private static final int HOUR = 7;

  @Override
  public String kind() {
    return "fill-in";
  }

  /// Plans the reminder of an owner's row, or none.
  Future<Void> plan(Tx tx, UUID row, @Nullable LocalDate due) {
    return due == null
        ? schedule.drop(tx, kind(), row)
        : schedule.put(
            tx, kind(), row, due.atTime(HOUR, 0).atZone(FillIns.DUTCH).toInstant().toEpochMilli());
  }

  @Override
  public Future<Optional<Long>> run(Tx tx, UUID subject, long dueMs, long nowMs) {
    return store
        .due(subject)
        .compose(due -> due.isEmpty() ? Future.succeededFuture() : remind(tx, subject, due.get()))
        .map(_ -> Optional.empty());
  }

  private Future<Void> remind(Tx tx, UUID subject, FillInStore.Due due) {
    return projector
        .catchUp(due.section())
        .compose(_ -> store.ofSection(due.section()))
        .compose(fillIns -> {
          boolean open =
              fillIns.stream()
                  .anyMatch(
                      each -> each.id().equals(due.fillIn()) && each.state() == FillIn.State.OPEN);
          return open ? members(due) : Future.succeededFuture(List.<MemberId>of());
        })
        .compose(members ->
            notices.tell(
                tx, members.stream().map(member -> notice(due, subject, member)).toList()));
  }

  private static Notice notice(FillInStore.Due due, UUID subject, MemberId member) {
    return new Notice(
        Notice.Kind.FILL_IN_DUE,
        due.municipality(),
        member,
        due.plan(),
        due.section(),
        subject,
        null);
  }

  /// Whom it concerns, of those who may read the section.
  private Future<List<MemberId>> members(FillInStore.Due due) {
    PartnerId partner = due.owner().partner();
    return places
        .readers(due.document())
        .compose(readers ->
            partner == null
                ? people.of(due.municipality(), readers)
                : readers.contains(partner)
                    ? people.of(due.municipality(), Set.of(partner))
                    : Future.succeededFuture(List.<Named>of()))
        .map(there -> {
          MemberId wanted = partner == null ? due.askedBy() : due.owner().member();
          return there.stream()
              .map(Named::member)
              .filter(each -> wanted == null || each.equals(wanted))
              .toList();
        });
  }
}
