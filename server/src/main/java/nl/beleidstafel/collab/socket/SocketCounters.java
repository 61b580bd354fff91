package nl.beleidstafel.collab.socket;

import nl.beleidstafel.collab.room.Reason;

/// What the sockets count. Called on event loops: an implementation must not block.
public interface SocketCounters {
  /// One refusal: `beleidstafel_refusals_total{reason}` with {@link Refusal#word}.
  void refused(Refusal refusal);

  /// A room did not take a session: the same counter with {@link Reason#word}. What a room refuses
  /// once somebody is in it, it counts itself.
  void refused(Reason reason);

  /// A socket was accepted.
  void opened();

  /// A socket that was accepted is gone.
  void closed();
}
