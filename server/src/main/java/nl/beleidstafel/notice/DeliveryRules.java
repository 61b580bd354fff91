package nl.beleidstafel.notice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// When mails leave, as functions of what somebody prefers. Rules N6 and N7 of `docs/spec.md`.
final class DeliveryRules {
  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final int MINUTES_OF_DAY = 24 * 60;

  private DeliveryRules() {}

  /// Whether somebody may be mailed now.
  static boolean open(Preferences preferences, long ms) {
    return open(preferences, at(ms));
  }

  /// The first moment from this one on when somebody may be mailed.
  static long nextOpen(Preferences preferences, long ms) {
    ZonedDateTime time = at(ms);
    while (!open(preferences, time)) {
      ZonedDateTime midnight = time.toLocalDate().plusDays(1).atStartOfDay(ZONE);
      ZonedDateTime end = onDayOf(time, preferences.quietTo());
      time = end.isAfter(time) && end.isBefore(midnight) ? end : midnight;
    }
    return time.toInstant().toEpochMilli();
  }

  /// When the mail of the day leaves that holds what happened at this moment.
  static long nextDigest(Preferences preferences, long ms) {
    ZonedDateTime time = at(ms);
    ZonedDateTime digest = onDayOf(time, preferences.digestAt());
    if (!digest.isAfter(time)) {
      digest = onDayOf(time.plusDays(1), preferences.digestAt());
    }
    return nextOpen(preferences, digest.toInstant().toEpochMilli());
  }

  private static boolean open(Preferences preferences, ZonedDateTime time) {
    DayOfWeek day = time.getDayOfWeek();
    if (!preferences.weekends() && (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY)) {
      return false;
    }
    int length = Math.floorMod(preferences.quietTo() - preferences.quietFrom(), MINUTES_OF_DAY);
    int minute = time.getHour() * 60 + time.getMinute();
    return Math.floorMod(minute - preferences.quietFrom(), MINUTES_OF_DAY) >= length;
  }

  private static ZonedDateTime onDayOf(ZonedDateTime time, int minute) {
    return time.toLocalDate().atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(ZONE);
  }

  private static ZonedDateTime at(long ms) {
    return Instant.ofEpochMilli(ms).atZone(ZONE);
  }
}
