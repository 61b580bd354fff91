package nl.beleidstafel.figure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.sections.Place;
import nl.beleidstafel.sections.Places;
import org.jspecify.annotations.Nullable;

/// What may be done with figures. Virtual threads: waits. Rules J7 to J9 of `docs/spec.md`.
final class Figures {
  /// A figure as an actor finds it.
  ///
  /// @param place of its section; null where it has none
  record Shown(Figure figure, @Nullable Place place, boolean mayChange) {}

  /// Those of a plan.
  ///
  /// @param places where the actor may register figures
  record All(String plan, List<Shown> figures, List<Place> places) {}

  /// How something that somebody wanted ended.
  sealed interface Outcome {
    record Done(Shown shown) implements Outcome {}

    /// There is no such thing for the actor.
    record Absent() implements Outcome {}

    /// Only who has something to say there does this.
    record NotAllowed() implements Outcome {}

    /// The section is not one for the actor's figures.
    record SectionUnfit() implements Outcome {}

    /// Somebody else changed it meanwhile.
    record Changed(long version) implements Outcome {}

    /// No more fit.
    record TooMany() implements Outcome {}
  }

  private final Database database;
  private final FigureStore store;
  private final Places places;
  private final Channels channels;
  private final Supplier<UUID> ids;
  private final Clock clock;

  Figures(
      Database database,
      FigureStore store,
      Places places,
      Channels channels,
      Supplier<UUID> ids,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.places = places;
    this.channels = channels;
    this.ids = ids;
    this.clock = clock;
  }

  /// Empty where the actor sees nothing of the plan.
  Optional<All> of(Actor actor, PlanId plan) {
    List<Place> readable = places.of(actor, plan).await();
    if (readable.isEmpty()) {
      return Optional.empty();
    }
    List<Shown> shown =
        store.of(plan).await().stream()
            .map(figure -> shown(actor, readable, figure))
            .flatMap(Optional::stream)
            .toList();
    return Optional.of(
        new All(
            readable.getFirst().planTitle(),
            shown,
            readable.stream().filter(FigureRules::mayAdd).toList()));
  }

  /// Empty where it belongs to a section that the actor may not read.
  private static Optional<Shown> shown(Actor actor, List<Place> readable, Figure figure) {
    SectionId section = figure.content().section();
    PartnerId partner = figure.partner();
    if (section == null) {
      boolean may =
          readable.stream().anyMatch(place -> FigureRules.mayChange(actor, place, partner));
      return Optional.of(new Shown(figure, null, may));
    }
    return at(readable, section)
        .map(place -> new Shown(figure, place, FigureRules.mayChange(actor, place, partner)));
  }

  private static Optional<Place> at(List<Place> readable, SectionId section) {
    return readable.stream().filter(place -> place.section().equals(section)).findFirst();
  }

  Outcome register(Actor actor, PlanId plan, Figure.Content content) {
    List<Place> readable = places.of(actor, plan).await();
    if (readable.isEmpty()) {
      return new Outcome.Absent();
    }
    if (readable.stream().noneMatch(FigureRules::mayAdd)) {
      return new Outcome.NotAllowed();
    }
    if (!isFit(readable, content.section())) {
      return new Outcome.SectionUnfit();
    }
    Figure figure =
        new Figure(
            ids.get(), plan, 1, content, actor.member(), actor.partner(), clock.nowMs(), false);
    Set<PartnerId> readers = readers(readable, figure);
    return database.inTransaction(tx -> {
      if (store.count(tx, plan).await() >= Limits.FIGURES_OF_PLAN_MAX) {
        return new Outcome.TooMany();
      }
      store.insert(tx, figure).await();
      tx.atEnd(() -> tell(figure, readers));
      return done(actor, readable, figure);
    });
  }

  /// @param version what the change is based on
  Outcome change(Actor actor, UUID id, long version, Figure.Content content) {
    return edit(
        actor,
        id,
        content.section(),
        figure ->
            new Figure(
                figure.id(),
                figure.plan(),
                version + 1,
                content,
                figure.by(),
                figure.partner(),
                figure.atMs(),
                figure.removed()));
  }

  /// Takes it away, or brings it back.
  Outcome remove(Actor actor, UUID id, boolean removed) {
    return edit(
        actor,
        id,
        null,
        figure ->
            new Figure(
                figure.id(),
                figure.plan(),
                figure.version() + 1,
                figure.content(),
                figure.by(),
                figure.partner(),
                figure.atMs(),
                removed));
  }

  /// @param section where it goes to; null where that needs no right
  private Outcome edit(
      Actor actor, UUID id, @Nullable SectionId section, Function<Figure, Figure> edited) {
    Optional<Figure> found = store.find(actor.municipality(), id).await();
    if (found.isEmpty()) {
      return new Outcome.Absent();
    }
    List<Place> readable = places.of(actor, found.get().plan()).await();
    if (readable.isEmpty()) {
      return new Outcome.Absent();
    }
    Set<PartnerId> before = readers(readable, found.get());
    Set<PartnerId> after = readers(readable, edited.apply(found.get()));
    return database.inTransaction(tx -> {
      Figure figure = store.lock(tx, id).await().orElse(found.get());
      Optional<Shown> shown = shown(actor, readable, figure);
      if (shown.isEmpty()) {
        return new Outcome.Absent();
      }
      if (!shown.get().mayChange()) {
        return new Outcome.NotAllowed();
      }
      boolean moves = !Objects.equals(section, figure.content().section());
      if (moves && !isFit(readable, section)) {
        return new Outcome.SectionUnfit();
      }
      Figure next = edited.apply(figure);
      if (next.version() != figure.version() + 1) {
        return new Outcome.Changed(figure.version());
      }
      store.update(tx, next).await();
      tx.atEnd(() -> {
        tell(figure, before);
        tell(next, after);
      });
      return done(actor, readable, next);
    });
  }

  private static boolean isFit(List<Place> readable, @Nullable SectionId section) {
    return section == null || at(readable, section).filter(FigureRules::mayAdd).isPresent();
  }

  private static Outcome done(Actor actor, List<Place> readable, Figure figure) {
    return shown(actor, readable, figure)
        .<Outcome>map(Outcome.Done::new)
        .orElseGet(Outcome.Absent::new);
  }

  /// Who may know of it.
  private Set<PartnerId> readers(List<Place> readable, Figure figure) {
    SectionId section = figure.content().section();
    return section == null
        ? store.readers(figure.plan()).await()
        : at(readable, section)
            .map(place -> places.readers(place.document()).await())
            .orElseGet(Set::of);
  }

  private void tell(Figure figure, Set<PartnerId> readers) {
    channels.tell(figure.plan(), Channels.Event.FIGURES_CHANGED, 0, readers);
  }
}
