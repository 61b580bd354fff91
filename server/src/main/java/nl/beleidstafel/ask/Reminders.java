package nl.beleidstafel.ask;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.beleidstafel.ask.Ask.Question;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.notice.Notice;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.schedule.Schedule;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;
import org.jspecify.annotations.Nullable;

/// Reminds whoever has not answered an ask, before its date and on it. Any thread; nothing waits.
/// Rule K5 of `docs/spec.md`.
record Reminders(AskStore store, People people, Notices notices, Schedule schedule) implements Job {
  @Override
  public String kind() {
    return "ask-reminder";
  }

  /// Plans the next reminder of an ask as it is now, or none.
  Future<Void> plan(Tx tx, Ask ask, long nowMs) {
    Optional<Long> next =
        ask.isClosed() ? Optional.empty() : AskRules.nextReminder(ask.due(), nowMs);
    return next.isPresent()
        ? schedule.put(tx, kind(), ask.id(), next.get())
        : schedule.drop(tx, kind(), ask.id());
  }

  @Override
  public Future<Optional<Long>> run(Tx tx, UUID subject, long dueMs, long nowMs) {
    return store
        .lock(tx, subject)
        .compose(found -> {
          if (found.isEmpty() || found.get().isClosed()) {
            return Future.succeededFuture(Optional.empty());
          }
          Ask ask = found.get();
          return store
              .municipality(tx, ask)
              .compose(municipality -> tell(tx, ask, municipality, null))
              .map(_ -> AskRules.nextReminder(ask.due(), nowMs));
        });
  }

  /// Tells who speaks for the partners that have not answered everything.
  ///
  /// @param by null where the clock reminds
  /// @return how many partners those are
  Future<Integer> tell(Tx tx, Ask ask, MunicipalityId municipality, @Nullable MemberId by) {
    Set<PartnerId> waiting =
        ask.questions().stream()
            .filter(each -> each.answer() == null && each.readable())
            .map(Question::partner)
            .collect(Collectors.toSet());
    return people
        .speakers(municipality, waiting)
        .compose(speakers -> {
          List<Notice> told = new ArrayList<>();
          for (Named each : speakers) {
            if (!each.member().equals(by)) {
              told.add(
                  new Notice(
                      Notice.Kind.ASK_REMINDER,
                      municipality,
                      each.member(),
                      ask.plan(),
                      null,
                      ask.id(),
                      by));
            }
          }
          return notices.tell(tx, told);
        })
        .map(_ -> waiting.size());
  }
}
