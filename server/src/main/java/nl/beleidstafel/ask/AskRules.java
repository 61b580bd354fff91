package nl.beleidstafel.ask;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;

/// Who is asked about what, and when they hear of it again. Pure. Rules K1, K4 and K5 of
/// `docs/spec.md`.
final class AskRules {
  static final ZoneId DUTCH = ZoneId.of("Europe/Amsterdam");

  private static final LocalTime REMINDER = LocalTime.of(9, 0);
  private static final int WARNING_DAYS = 3;

  /// Who may read a section, and who has a role in it.
  record Here(Set<PartnerId> readers, Set<PartnerId> withRole) {
    Here {
      readers = Set.copyOf(readers);
      withRole = Set.copyOf(withRole);
    }
  }

  private AskRules() {}

  /// The sections that a partner is asked about: of these, those where it has a role; where it has
  /// none in any, all that it may read. In order.
  static List<SectionId> askedOf(
      PartnerId partner, List<SectionId> sections, Map<SectionId, Here> here) {
    List<SectionId> readable = new ArrayList<>();
    List<SectionId> own = new ArrayList<>();
    for (SectionId section : sections) {
      Here at = here.getOrDefault(section, new Here(Set.of(), Set.of()));
      if (at.readers().contains(partner)) {
        readable.add(section);
        if (at.withRole().contains(partner)) {
          own.add(section);
        }
      }
    }
    return own.isEmpty() ? readable : own;
  }

  static LocalDate dayOf(long ms) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(ms), DUTCH);
  }

  /// Whether an answer of this moment comes after the date.
  static boolean isLate(LocalDate due, long atMs) {
    return dayOf(atMs).isAfter(due);
  }

  /// When who has not answered is reminded next: in the morning of the working day that is three
  /// days before the date or just earlier, and in the morning of the date itself.
  static Optional<Long> nextReminder(LocalDate due, long nowMs) {
    LocalDate before = due.minusDays(WARNING_DAYS);
    while (before.getDayOfWeek() == DayOfWeek.SATURDAY
        || before.getDayOfWeek() == DayOfWeek.SUNDAY) {
      before = before.minusDays(1);
    }
    long warning = morning(before);
    long last = morning(due);
    return nowMs < warning
        ? Optional.of(warning)
        : nowMs < last ? Optional.of(last) : Optional.empty();
  }

  /// When it is looked whether what somebody signed was changed since: the next morning, before the
  /// day's mails.
  static long nextLook(long nowMs) {
    return dayOf(nowMs).plusDays(1).atTime(7, 0).atZone(DUTCH).toInstant().toEpochMilli();
  }

  private static long morning(LocalDate day) {
    return day.atTime(REMINDER).atZone(DUTCH).toInstant().toEpochMilli();
  }
}
