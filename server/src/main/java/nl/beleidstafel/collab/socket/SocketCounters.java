package nl.beleidstafel.collab.socket;

/// What the sockets count. Called on event loops: an implementation must not block.
public interface SocketCounters {
  /// One refusal: `beleidstafel_refusals_total{reason}` with {@link Refusal#word}.
  void refused(Refusal refusal);

  /// A socket was accepted.
  void opened();

  /// A socket that was accepted is gone.
  void closed();
}
