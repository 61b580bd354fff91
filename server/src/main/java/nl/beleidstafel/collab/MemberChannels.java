package nl.beleidstafel.collab;

import java.util.Set;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;

/// Tells single members who have a plan open that something about it changed, where a whole partner
/// would be too many. Any thread; nothing waits, and nothing is kept.
@FunctionalInterface
public interface MemberChannels {
  /// Tells these members, and nobody else, not even that there was something.
  ///
  /// @param version as in {@link Channels#tell}
  void tellMembers(PlanId plan, Channels.Event event, long version, Set<MemberId> members);
}
