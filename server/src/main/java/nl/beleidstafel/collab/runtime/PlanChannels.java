package nl.beleidstafel.collab.runtime;

import io.vertx.core.Future;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.collab.room.Reason;

/// The plans' channels of this node, as the sockets see them. Any thread may call it.
@FunctionalInterface
public interface PlanChannels {
  /// There are none.
  PlanChannels NONE = (_, _, _) -> Future.failedFuture(new Refused(Reason.FORBIDDEN));

  /// Opens the channel of a plan for an actor: grants reading, and then tells what concerns them.
  /// Fails with {@link Refused}, as a document does, where there is no such plan for them.
  Future<Attachment> attach(PlanId plan, Actor actor, Outbound out);
}
