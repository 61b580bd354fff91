package nl.beleidstafel.suggestion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.Content;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.IdSet;
import nl.beleidstafel.crdt.update.Struct;
import nl.beleidstafel.crdt.update.StructReader;
import nl.beleidstafel.crdt.update.TextContent;
import nl.beleidstafel.crdt.update.UpdateSummary;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.prose.Run;
import nl.beleidstafel.prose.Shape;
import org.jspecify.annotations.Nullable;

/// Whether an update may be a suggestion, and what it does. Pure: client ids are given. Rules U1 to
/// U3 of `docs/spec.md`.
final class SuggestionRules {
  private SuggestionRules() {}

  /// Why an update is no suggestion.
  enum Fault {
    /// It is no update.
    MALFORMED,
    /// It stands on something that the text does not hold.
    STALE,
    /// It writes elsewhere than in the text, or in somebody else's name.
    FOREIGN,
    /// It would make of the text what no editor can show.
    INVALID,
    /// It changes nothing.
    EMPTY
  }

  /// What was found.
  sealed interface Judged {
    /// @param update under new client ids: whoever proposed it cannot have taken somebody else's
    record Fit(Bytes update, Suggestion.Effect effect) implements Judged {}

    record Unfit(Fault fault) implements Judged {}
  }

  /// @param state of the document, as an update
  /// @param clientIds gives ids that nobody is likely to have
  static Judged judge(Bytes state, Bytes update, LongSupplier clientIds) {
    try {
      UpdateSummary summary = Updates.inspect(update);
      Doc doc = new Doc(0);
      doc.apply(state);
      Fault fault = fault(doc, update, summary);
      if (fault != null) {
        return new Judged.Unfit(fault);
      }
      Bytes renamed = renamed(doc, update, summary, clientIds);
      List<Node> before = Prose.read(doc);
      doc.apply(renamed);
      return judged(state, renamed, before, doc);
    } catch (CrdtException _) {
      return new Judged.Unfit(Fault.MALFORMED);
    }
  }

  private static Judged judged(Bytes state, Bytes update, List<Node> before, Doc doc) {
    List<Node> after;
    try {
      after = Prose.read(doc);
    } catch (CrdtException _) {
      return new Judged.Unfit(Fault.INVALID);
    }
    if (strange(after) > strange(before)) {
      return new Judged.Unfit(Fault.INVALID);
    }
    return after.equals(before)
        ? new Judged.Unfit(Fault.EMPTY)
        : new Judged.Fit(update, Effects.of(state, update).effect());
  }

  private static @Nullable Fault fault(Doc doc, Bytes update, UpdateSummary summary) {
    IdSet inserts = summary.inserts();
    if (inserts.size() > Bounds.CLIENTS_MAX) {
      return Fault.FOREIGN;
    }
    for (int c = 0; c < inserts.size(); c++) {
      boolean whole = inserts.rangeCount(c) == 1 && inserts.fromAt(c, 0) == 0;
      if (!whole || doc.stateVector().get(inserts.clientAt(c)) > 0) {
        return Fault.FOREIGN;
      }
    }
    if (!doc.ready(summary)) {
      return Fault.STALE;
    }
    return writesElsewhere(update) ? Fault.FOREIGN : null;
  }

  private static boolean writesElsewhere(Bytes update) {
    StructReader reader = StructReader.v1(update);
    for (Struct struct = reader.next(); struct != null; struct = reader.next()) {
      if (struct instanceof Struct.Item item) {
        String root = item.parentRoot();
        if (root != null && (!root.equals(Prose.ROOT) || item.parentSub() != null)) {
          return true;
        }
        if (item.content() instanceof Content.Document) {
          return true;
        }
      }
    }
    return false;
  }

  private static Bytes renamed(
      Doc doc, Bytes update, UpdateSummary summary, LongSupplier clientIds) {
    IdSet inserts = summary.inserts();
    Map<Long, Long> names = new HashMap<>();
    for (int c = 0; c < inserts.size(); c++) {
      long name = clientIds.getAsLong();
      while (doc.stateVector().get(name) > 0 || names.containsValue(name)) {
        name = clientIds.getAsLong();
      }
      names.put(inserts.clientAt(c), name);
    }
    return Updates.renamed(update, client -> names.getOrDefault(client, client));
  }

  /// How much there is that the editor does not know.
  private static long strange(List<Node> nodes) {
    long count = 0;
    for (Node node : nodes) {
      count +=
          switch (node) {
            case Node.Element element ->
                strange(element.children()) + (element.shape() instanceof Shape.Unknown ? 1 : 0);
            case Node.Words words ->
                words.runs().stream().filter(run -> !(run instanceof Run.Text)).count();
            case Node.Foreign _ -> 1;
          };
    }
    return count;
  }

  /// Whether all words that the update brings would be seen if the text took it now: where the
  /// block or the cell that they belong in is gone, they would not.
  static boolean isPlaceThere(Bytes state, Bytes update) {
    return Effects.of(state, update).addedUnits() >= broughtUnits(update);
  }

  /// UTF-16 units of text that an update brings and does not take away itself.
  private static long broughtUnits(Bytes update) {
    IdSet deletes = Updates.inspect(update).deletes();
    StructReader reader = StructReader.v1(update);
    long units = 0;
    for (Struct struct = reader.next(); struct != null; struct = reader.next()) {
      if (struct instanceof Struct.Item item && item.content() instanceof TextContent) {
        for (long clock = item.clock(); clock < item.end(); clock++) {
          units += deletes.contains(item.client(), clock) ? 0 : 1;
        }
      }
    }
    return units;
  }
}
