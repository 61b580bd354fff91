package nl.beleidstafel.topiclist;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Ids;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.rights.Rights;
import nl.beleidstafel.talks.TopicList;
import nl.beleidstafel.talks.TopicLists;
import org.jspecify.annotations.Nullable;

/// What may be done with lists. Rules J3 to J6 of `docs/spec.md`. All but {@link #find} wait:
/// virtual threads only.
final class Lists implements TopicLists {
  /// How something that somebody wanted ended.
  sealed interface Outcome {
    record Done(UUID id) implements Outcome {}

    /// There is no such list for the actor.
    record Absent() implements Outcome {}

    /// Only the municipality changes lists.
    record MunicipalityOnly() implements Outcome {}

    /// It comes with the product.
    record IsModel() implements Outcome {}

    /// It takes no changes while it is archived.
    record IsArchived() implements Outcome {}

    /// Somebody else saved meanwhile.
    record Changed(int newest) implements Outcome {}

    /// No more fit.
    record TooMany() implements Outcome {}
  }

  private final Database database;
  private final ListStore store;
  private final Models models;
  private final Rights rights;
  private final Supplier<UUID> ids;
  private final Clock clock;

  Lists(
      Database database,
      ListStore store,
      Models models,
      Rights rights,
      Supplier<UUID> ids,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.models = models;
    this.rights = rights;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Future<Optional<Found>> find(
      MunicipalityId municipality, String list, @Nullable Integer version) {
    Optional<Model> model = models.find(list);
    if (model.isPresent()) {
      return Future.succeededFuture(
          model
              .filter(_ -> version == null || version == Model.VERSION)
              .map(found -> new Found(found.id(), Model.VERSION, found.content())));
    }
    Optional<UUID> id = own(list);
    return id.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : store
            .find(municipality, id.get(), version)
            .map(found ->
                found.map(kept -> new Found(kept.id().toString(), kept.version(), kept.content())));
  }

  private static Optional<UUID> own(String list) {
    try {
      return Optional.of(Ids.parse(list));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  Models models() {
    return models;
  }

  List<Kept> of(Actor actor) {
    return store.of(actor.municipality()).await();
  }

  Optional<Kept> kept(Actor actor, String list, @Nullable Integer version) {
    return own(list).flatMap(id -> store.find(actor.municipality(), id, version).await());
  }

  List<Kept.Version> versions(UUID list) {
    return store.versions(list).await();
  }

  /// Whether the actor makes and changes lists of the municipality.
  boolean mayEdit(Actor actor) {
    return !actor.byLink() && rights.mayMake(actor).await();
  }

  /// A new list, with nothing or with what another has.
  ///
  /// @param copyOf a model's id or a list's; null for a new one
  Outcome make(Actor actor, String title, String goal, @Nullable String copyOf) {
    String model = null;
    TopicList content = new TopicList(title, goal, List.of());
    if (copyOf != null) {
      Optional<Found> found = find(actor.municipality(), copyOf, null).await();
      if (found.isEmpty()) {
        return new Outcome.Absent();
      }
      content = new TopicList(title, goal, found.get().content().groups());
      model = origin(actor, copyOf);
    }
    if (!mayEdit(actor)) {
      return new Outcome.MunicipalityOnly();
    }
    Kept made = new Kept(ids.get(), model, 1, 1, content, actor.member(), clock.nowMs(), false);
    return database.inTransaction(tx -> {
      if (store.count(tx, actor.municipality()).await() >= Limits.TOPIC_LISTS_OF_MUNICIPALITY_MAX) {
        return new Outcome.TooMany();
      }
      store.insert(tx, actor.municipality(), made).await();
      return new Outcome.Done(made.id());
    });
  }

  private @Nullable String origin(Actor actor, String copyOf) {
    return models.find(copyOf).isPresent()
        ? copyOf
        : kept(actor, copyOf, null).map(Kept::model).orElse(null);
  }

  /// One more version.
  ///
  /// @param version what the change is based on
  Outcome save(Actor actor, String list, int version, TopicList content) {
    return change(
        actor,
        list,
        (tx, kept) -> {
          if (kept.archived()) {
            return new Outcome.IsArchived();
          }
          if (kept.newest() != version) {
            return new Outcome.Changed(kept.newest());
          }
          if (kept.newest() >= Limits.VERSIONS_OF_TOPIC_LIST_MAX) {
            return new Outcome.TooMany();
          }
          if (!kept.content().equals(content)) {
            int next = version + 1;
            store
                .add(
                    tx,
                    new Kept(
                        kept.id(),
                        kept.model(),
                        next,
                        next,
                        content,
                        actor.member(),
                        clock.nowMs(),
                        false))
                .await();
          }
          return new Outcome.Done(kept.id());
        });
  }

  /// Offers it no more to new interviews, or again.
  Outcome archive(Actor actor, String list, boolean archived) {
    return change(
        actor,
        list,
        (tx, kept) -> {
          if (kept.archived() != archived) {
            store.archive(tx, kept.id(), archived).await();
          }
          return new Outcome.Done(kept.id());
        });
  }

  private Outcome change(Actor actor, String list, Change change) {
    if (models.find(list).isPresent()) {
      return new Outcome.IsModel();
    }
    Optional<UUID> id = own(list);
    boolean mayEdit = mayEdit(actor);
    return id.isEmpty()
        ? new Outcome.Absent()
        : database.inTransaction(tx -> {
          Optional<Kept> kept = store.lock(tx, actor.municipality(), id.get()).await();
          if (kept.isEmpty()) {
            return new Outcome.Absent();
          }
          return mayEdit ? change.made(tx, kept.get()) : new Outcome.MunicipalityOnly();
        });
  }

  /// What is done with a list that is locked.
  @FunctionalInterface
  private interface Change {
    Outcome made(Tx tx, Kept kept);
  }
}
