package nl.beleidstafel.notice;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;

/// Mails a member what they were told: at once what they want at once, the rest once a day, nothing
/// in their quiet hours, and nothing that they saw in the app or may not see any more. Any thread;
/// nothing waits. Rules N5, N6, N7 of `docs/spec.md`.
record NoticeMail(
    NoticeStore store,
    Sight sight,
    People people,
    Doors doors,
    Outbox outbox,
    NoticeLetters letters)
    implements Job {
  static final String KIND = "notice-mail";

  /// What one mail tells of at most; the rest is in the app.
  private static final int COUNT_MAX = 500;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Future<Optional<Long>> run(Tx tx, UUID subject, long dueMs, long nowMs) {
    MemberId member = new MemberId(subject);
    return store
        .recipient(tx, member)
        .compose(found ->
            found.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : store
                    .preferences(member)
                    .compose(preferences ->
                        store
                            .unmailed(tx, member, COUNT_MAX)
                            .compose(told ->
                                mail(tx, new Round(found.get(), preferences, nowMs), told))));
  }

  private record Round(Recipient to, Preferences preferences, long nowMs) {
    /// When this leaves; empty where it does not go by mail.
    Optional<Long> dueMs(Told told) {
      return switch (preferences.of(told.kind())) {
        case AT_ONCE -> Optional.of(DeliveryRules.nextOpen(preferences, told.atMs()));
        case DIGEST -> Optional.of(DeliveryRules.nextDigest(preferences, told.atMs()));
        case APP, NONE -> Optional.empty();
      };
    }

    boolean due(Told told) {
      return dueMs(told).filter(due -> due <= nowMs).isPresent();
    }
  }

  private Future<Optional<Long>> mail(Tx tx, Round round, List<Told> told) {
    Set<UUID> decided = new HashSet<>();
    List<Told> due = new ArrayList<>();
    List<Long> later = new ArrayList<>();
    boolean open = DeliveryRules.open(round.preferences(), round.nowMs());
    for (Told each : told) {
      Optional<Long> dueMs = round.dueMs(each);
      if (dueMs.isEmpty()) {
        decided.add(each.id());
      } else if (open && round.due(each)) {
        decided.add(each.id());
        due.add(each);
      } else {
        later.add(
            Math.max(dueMs.get(), DeliveryRules.nextOpen(round.preferences(), round.nowMs())));
      }
    }
    return sight
        .of(round.to().actor(), due)
        .compose(shown -> send(tx, round, shown))
        .compose(_ -> store.mailed(tx, decided, round.nowMs()))
        .map(_ -> later.stream().min(Long::compare));
  }

  private Future<Void> send(Tx tx, Round round, List<Shown> shown) {
    Set<MemberId> by =
        shown.stream()
            .map(each -> each.told().by())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return people
        .named(by)
        .compose(names ->
            put(tx, round, only(round, shown, Way.AT_ONCE), false, names)
                .compose(_ -> put(tx, round, only(round, shown, Way.DIGEST), true, names)));
  }

  private static List<Shown> only(Round round, List<Shown> shown, Way way) {
    return shown.stream()
        .filter(each -> round.preferences().of(each.told().kind()) == way)
        .toList();
  }

  private Future<Void> put(
      Tx tx, Round round, List<Shown> shown, boolean daily, Map<MemberId, Named> names) {
    if (shown.isEmpty()) {
      return Future.succeededFuture();
    }
    String path = shown.size() == 1 ? shown.getFirst().path() : "/meldingen";
    return doors
        .link(tx, round.to().actor().municipality(), round.to().actor().member(), path)
        .compose(link -> outbox.put(tx, letters.letter(round.to(), shown, daily, names, link)));
  }
}
