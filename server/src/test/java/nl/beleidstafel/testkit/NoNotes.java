package nl.beleidstafel.testkit;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.talks.Added;
import nl.beleidstafel.talks.Note;
import nl.beleidstafel.talks.Notes;

/// Where nobody wrote anything down.
public final class NoNotes implements Notes {
  @Override
  public Future<List<Note>> readable(Actor actor, PlanId plan) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Added>> added(Actor actor, PlanId plan) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Note>> existing(PlanId plan, Set<UUID> notes) {
    return Future.succeededFuture(List.of());
  }
}
