package nl.beleidstafel.plan;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.prose.Run;
import nl.beleidstafel.prose.Shape;
import nl.beleidstafel.sections.Tally;

/// Whether anything was done with a section. Any thread; nothing waits.
///
/// @param tallies what other features count in it
record Blankness(PlanStore store, Collab collab, List<Tally> tallies) {
  /// The seq of no document.
  static final long WRITTEN = -1;

  /// Up to which seq the section is known to be blank; {@link #WRITTEN} where it is not.
  Future<Long> seq(Actor actor, PlanId plan, Section section) {
    Future<Boolean> counted = Future.succeededFuture(false);
    for (Tally tally : tallies) {
      counted =
          counted.compose(found ->
              found
                  ? Future.succeededFuture(true)
                  : tally
                      .count(actor, plan)
                      .map(all ->
                          all.getOrDefault(section.id(), Map.of()).values().stream()
                              .anyMatch(count -> count > 0)));
    }
    // The seq first: what is read later holds at least that much.
    return counted.compose(found ->
        found
            ? Future.succeededFuture(WRITTEN)
            : store
                .seq(section.document())
                .compose(seq ->
                    collab
                        .read(section.document())
                        .map(update -> isBlank(update) ? seq : Long.valueOf(WRITTEN))));
  }

  private static boolean isBlank(Bytes update) {
    Doc doc = new Doc(0);
    doc.apply(update);
    return Prose.read(doc).stream().allMatch(Blankness::isBlank);
  }

  private static boolean isBlank(Node node) {
    return switch (node) {
      case Node.Element element ->
          element.shape() instanceof Shape.Paragraph
              && element.children().stream().allMatch(Blankness::isBlank);
      case Node.Words words -> words.runs().stream().allMatch(Blankness::isBlank);
      case Node.Foreign _ -> false;
    };
  }

  private static boolean isBlank(Run run) {
    return run instanceof Run.Text(String text, var _) && text.isBlank();
  }
}
