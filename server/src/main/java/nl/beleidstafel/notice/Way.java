package nl.beleidstafel.notice;

import java.util.Locale;

/// How somebody hears of a kind of notice.
enum Way {
  /// In the app, and by a mail of its own as soon as it is not quiet.
  AT_ONCE,
  /// In the app, and in the mail of the day.
  DIGEST,
  /// In the app alone.
  APP,
  /// Not at all.
  NONE;

  /// As the API spells it.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
