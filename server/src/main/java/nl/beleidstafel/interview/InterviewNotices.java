package nl.beleidstafel.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.interview.Interview.State;
import nl.beleidstafel.notice.Notice;
import org.jspecify.annotations.Nullable;

/// What those who take part in an interview are told. Pure. Rule I10 of `docs/spec.md`.
final class InterviewNotices {
  private InterviewNotices() {}

  /// That they take part, or that the appointment changed; nobody of their own deed.
  ///
  /// @param was null where it is new
  static List<Notice> of(Actor actor, @Nullable Interview was, Interview now) {
    List<Notice> notices = new ArrayList<>();
    for (MemberId member : now.people().keySet()) {
      boolean already = was != null && was.people().containsKey(member);
      boolean concerns = !already || isMoved(was, now);
      if (concerns && !member.equals(actor.member())) {
        notices.add(
            new Notice(
                already ? Notice.Kind.INTERVIEW_CHANGED : Notice.Kind.INTERVIEW_PLANNED,
                actor.municipality(),
                member,
                now.plan(),
                null,
                now.id().value(),
                actor.member()));
      }
    }
    return notices;
  }

  private static boolean isMoved(@Nullable Interview was, Interview now) {
    return was != null
        && (!Objects.equals(was.planned().atMs(), now.planned().atMs())
            || !was.planned().place().equals(now.planned().place())
            || (was.state() == State.CANCELLED) != (now.state() == State.CANCELLED));
  }
}
