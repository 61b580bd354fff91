package nl.beleidstafel.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.ask.Ask.Given;
import nl.beleidstafel.ask.Ask.Question;
import nl.beleidstafel.ask.AskSlice.Around;
import nl.beleidstafel.ask.Disposition.Kind;
import nl.beleidstafel.ask.Disposition.Outcome;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.sections.Place;
import nl.beleidstafel.sections.Remark;
import nl.beleidstafel.sections.Remarks;
import org.jspecify.annotations.Nullable;

/// The table of who said what, what was done with it, and why. Virtual threads: waits. Rules K6 and
/// K7 of `docs/spec.md`.
final class Dispositions {
  /// A row: something that was said.
  ///
  /// @param ask what was asked; null where nobody asked
  /// @param verdict null where it is no answer
  /// @param own what became of it where it was said; null where that says nothing
  /// @param disposition null while nobody decided
  record Line(
      Place place,
      Kind kind,
      UUID subject,
      MemberId by,
      long atMs,
      @Nullable Ask ask,
      @Nullable Verdict verdict,
      String quote,
      String text,
      @Nullable Remark own,
      @Nullable Disposition disposition) {
    /// Whether it was said anew after it was decided.
    boolean isChanged() {
      return disposition != null && atMs > disposition.atMs();
    }
  }

  /// @param mayDecide on at least one line
  record Shown(String plan, List<Line> lines, boolean mayDecide) {}

  private final AskStore asks;
  private final DispositionStore store;
  private final Around around;

  Dispositions(AskStore asks, DispositionStore store, Around around) {
    this.asks = asks;
    this.store = store;
    this.around = around;
  }

  /// By section, in the order in which it was said; empty where the actor sees nothing of the plan.
  Optional<Shown> of(Actor actor, PlanId plan) {
    List<Place> places = around.places().of(actor, plan).await();
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Map<UUID, Disposition> decided = new HashMap<>();
    store.of(plan).await().forEach(each -> decided.put(each.subject(), each));
    Map<SectionId, List<Line>> bySection = new HashMap<>();
    Map<SectionId, Place> readable = new HashMap<>();
    places.forEach(place -> readable.put(place.section(), place));
    for (Ask ask : asks.of(plan).await()) {
      for (Question question : ask.questions()) {
        Given answer = question.answer();
        Place place = readable.get(question.section());
        if (answer != null && place != null) {
          add(bySection, line(place, ask, question, answer, decided.get(question.id())));
        }
      }
    }
    for (Remarks each : around.remarks()) {
      for (Remark remark : each.of(plan).await()) {
        Place place = readable.get(remark.section());
        if (place != null) {
          add(bySection, line(place, remark, decided.get(remark.subject())));
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    for (Place place : places) {
      bySection.getOrDefault(place.section(), List.of()).stream()
          .sorted(Comparator.comparingLong(Line::atMs))
          .forEach(lines::add);
    }
    return Optional.of(
        new Shown(
            places.getFirst().planTitle(),
            lines,
            places.stream().anyMatch(Dispositions::mayDecide)));
  }

  private static void add(Map<SectionId, List<Line>> lines, Line line) {
    lines.computeIfAbsent(line.place().section(), _ -> new ArrayList<>()).add(line);
  }

  private static Line line(
      Place place, Ask ask, Question question, Given answer, @Nullable Disposition decided) {
    return new Line(
        place,
        Kind.ANSWER,
        question.id(),
        answer.by(),
        answer.atMs(),
        ask,
        answer.verdict(),
        "",
        answer.text(),
        null,
        decided);
  }

  private static Line line(Place place, Remark remark, @Nullable Disposition decided) {
    Kind kind =
        switch (remark.kind()) {
          case THREAD -> Kind.THREAD;
          case SUGGESTION -> Kind.SUGGESTION;
        };
    return new Line(
        place,
        kind,
        remark.subject(),
        remark.member(),
        remark.atMs(),
        null,
        null,
        remark.quote(),
        remark.text(),
        remark,
        decided);
  }

  /// Who writes in the section decides, and who coordinates the plan.
  static boolean mayDecide(Place place) {
    return place.coordinates() || place.level().allows(Level.WRITE);
  }

  /// @param outcome null to take it back
  Ended decide(
      Actor actor,
      SectionId section,
      Kind kind,
      UUID subject,
      @Nullable Outcome outcome,
      String reason) {
    Optional<Place> found = around.places().find(actor, section).await();
    if (found.isEmpty()) {
      return Ended.ABSENT;
    }
    Place place = found.get();
    if (!mayDecide(place)) {
      return Ended.WRITER_ONLY;
    }
    if (!isSaid(place, kind, subject)) {
      return Ended.ABSENT;
    }
    var readers = around.places().readers(place.document()).await();
    return around
        .database()
        .inTransaction(tx -> {
          if (outcome == null) {
            store.remove(tx, kind, subject).await();
          } else {
            store
                .put(
                    tx,
                    new Disposition(
                        section,
                        kind,
                        subject,
                        outcome,
                        reason,
                        actor.member(),
                        around.clock().nowMs()))
                .await();
          }
          tx.atEnd(() ->
              around
                  .channels()
                  .tell(place.plan(), Channels.Event.ASKS_CHANGED, section, 0, readers));
          return Ended.DONE;
        });
  }

  private boolean isSaid(Place place, Kind kind, UUID subject) {
    if (kind == Kind.ANSWER) {
      return store.sectionOfAnswer(subject).await().filter(place.section()::equals).isPresent();
    }
    Remark.Kind wanted = kind == Kind.THREAD ? Remark.Kind.THREAD : Remark.Kind.SUGGESTION;
    for (Remarks each : around.remarks()) {
      for (Remark remark : each.of(place.plan()).await()) {
        if (remark.kind() == wanted
            && remark.subject().equals(subject)
            && remark.section().equals(place.section())) {
          return true;
        }
      }
    }
    return false;
  }
}
