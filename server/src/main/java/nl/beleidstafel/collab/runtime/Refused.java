package nl.beleidstafel.collab.runtime;

import nl.beleidstafel.collab.room.Reason;

/// An expected no from the rooms: the actor may not, or something is full. Carries no stack.
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public Refused(Reason reason) {
    super(reason.word(), null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
