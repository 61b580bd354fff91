package nl.beleidstafel.notice;

import java.util.Map;

/// How a member wants to hear of things. Times are minutes after midnight, in the Netherlands.
///
/// @param ways of those kinds alone that the member chose a way for
/// @param quietFrom no mail from then...
/// @param quietTo ...until then; equal for none such
/// @param weekends whether mails come on Saturday and Sunday
record Preferences(
    Map<Notice.Kind, Way> ways, int digestAt, int quietFrom, int quietTo, boolean weekends) {
  /// Of who chose nothing.
  static final Preferences USUAL = new Preferences(Map.of(), 8 * 60, 20 * 60, 7 * 60, false);

  Preferences {
    ways = Map.copyOf(ways);
  }

  Way of(Notice.Kind kind) {
    return ways.getOrDefault(kind, kind.urgent() ? Way.AT_ONCE : Way.DIGEST);
  }
}
