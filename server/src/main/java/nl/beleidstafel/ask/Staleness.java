package nl.beleidstafel.ask;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.notice.Notice;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.schedule.Schedule;
import nl.beleidstafel.sections.Seals;

/// Looks every morning whether what somebody agreed to was changed since, and tells them once. Any
/// thread; nothing waits. Rule K10 of `docs/spec.md`.
record Staleness(SignOffStore store, Seals seals, Notices notices, Schedule schedule)
    implements Job {
  @Override
  public String kind() {
    return "sign-off-stale";
  }

  Future<Void> plan(Tx tx, SignOff signOff, long nowMs) {
    return schedule.put(tx, kind(), signOff.id(), AskRules.nextLook(nowMs));
  }

  @Override
  public Future<Optional<Long>> run(Tx tx, UUID subject, long dueMs, long nowMs) {
    return store
        .lock(tx, subject)
        .compose(found ->
            found.isPresent() && found.get().stands()
                ? look(tx, found.get(), nowMs)
                : Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<Long>> look(Tx tx, SignOff signOff, long nowMs) {
    return seals
        .now(signOff.section())
        .compose(seal ->
            seal.sha256().equals(signOff.sha256())
                ? Future.succeededFuture(Optional.of(AskRules.nextLook(nowMs)))
                : store
                    .whose(tx, signOff)
                    .compose(whose -> {
                      List<Notice> told = new ArrayList<>();
                      whose.ifPresent(each ->
                          told.add(
                              new Notice(
                                  Notice.Kind.SIGN_OFF_STALE,
                                  each.municipality(),
                                  signOff.by(),
                                  each.plan(),
                                  signOff.section(),
                                  signOff.id(),
                                  null)));
                      return notices.tell(tx, told);
                    })
                    .map(_ -> Optional.empty()));
  }
}
