package nl.beleidstafel.crdt.doc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.update.IdSet;
import nl.beleidstafel.crdt.update.TextContent;
import nl.beleidstafel.crdt.update.UpdateSummary;
import nl.beleidstafel.crdt.update.Updates;
import org.jspecify.annotations.Nullable;

/// Who wrote and who deleted what, from the updates of a log in its order. Whoever first brought an
/// insertion or a deletion is its author; repeats change nothing.
///
/// @param <A> what stands for an author: an entry of the log with person, organisation and time
public final class Provenance<A> {
  private final List<Bytes> updates = new ArrayList<>();
  private final Map<Long, NavigableMap<Long, Span<A>>> inserted = new HashMap<>();
  private final Map<Long, NavigableMap<Long, Span<A>>> deleted = new HashMap<>();

  private record Span<A>(long to, A author) {}

  /// A stretch of text of one origin and one fate.
  ///
  /// @param insertedBy null where the log does not have it
  /// @param deletedBy null where it stands
  public record Run<A>(
      String text, @Nullable A insertedBy, @Nullable A deletedBy, boolean isDeleted) {}

  /// Adds the next update (v1) of the log. Throws {@link nl.beleidstafel.crdt.update.CrdtException}
  /// where it is none.
  public void add(A author, Bytes update) {
    UpdateSummary summary = Updates.inspect(update);
    updates.add(update);
    attribute(inserted, summary.inserts(), author);
    attribute(deleted, summary.deletes(), author);
  }

  public int size() {
    return updates.size();
  }

  /// The document as it was after the first `count` updates, deleted content kept.
  public Doc documentAt(int count) {
    Doc doc = new Doc(0, DocOptions.KEEP_DELETED);
    if (count > 0) {
      doc.apply(Updates.merge(updates.subList(0, count)));
    }
    return doc;
  }

  public @Nullable A insertedBy(long client, long clock) {
    return author(inserted, client, clock);
  }

  public @Nullable A deletedBy(long client, long clock) {
    return author(deleted, client, clock);
  }

  /// The text of a branch, deleted parts too, in stretches of equal origin and fate. The document
  /// is one that keeps what is deleted.
  public List<Run<A>> runs(Branch text) {
    List<Run<A>> runs = new ArrayList<>();
    for (Item item = text.first; item != null; item = item.right) {
      if (item.content instanceof TextContent chars) {
        addRuns(runs, item, chars.text());
      }
    }
    return runs;
  }

  private void addRuns(List<Run<A>> runs, Item item, String chars) {
    int from = 0;
    for (int at = 1; at <= chars.length(); at++) {
      if (at == chars.length() || !isSame(item, from, at)) {
        long clock = item.clock + from;
        boolean gone = item.isDeleted();
        Run<A> run =
            new Run<>(
                chars.substring(from, at),
                insertedBy(item.client.id, clock),
                gone ? deletedBy(item.client.id, clock) : null,
                gone);
        join(runs, run);
        from = at;
      }
    }
  }

  private boolean isSame(Item item, int first, int second) {
    long client = item.client.id;
    long a = item.clock + first;
    long b = item.clock + second;
    return Objects.equals(insertedBy(client, a), insertedBy(client, b))
        && (!item.isDeleted() || Objects.equals(deletedBy(client, a), deletedBy(client, b)));
  }

  private void join(List<Run<A>> runs, Run<A> run) {
    Run<A> last = runs.isEmpty() ? null : runs.getLast();
    if (last != null
        && last.isDeleted() == run.isDeleted()
        && Objects.equals(last.insertedBy(), run.insertedBy())
        && Objects.equals(last.deletedBy(), run.deletedBy())) {
      String text = last.text() + run.text();
      runs.set(
          runs.size() - 1, new Run<>(text, run.insertedBy(), run.deletedBy(), run.isDeleted()));
    } else {
      runs.add(run);
    }
  }

  private void attribute(Map<Long, NavigableMap<Long, Span<A>>> to, IdSet ids, A author) {
    for (int c = 0; c < ids.size(); c++) {
      NavigableMap<Long, Span<A>> spans = to.computeIfAbsent(ids.clientAt(c), _ -> new TreeMap<>());
      for (int r = 0; r < ids.rangeCount(c); r++) {
        fill(spans, ids.fromAt(c, r), ids.toAt(c, r), author);
      }
    }
  }

  /// Gives the author what of the range has none.
  private void fill(NavigableMap<Long, Span<A>> spans, long from, long to, A author) {
    long at = from;
    while (at < to) {
      Map.Entry<Long, Span<A>> before = spans.floorEntry(at);
      if (before != null && before.getValue().to() > at) {
        at = before.getValue().to();
        continue;
      }
      Long next = spans.higherKey(at);
      long end = next == null ? to : Math.min(to, next);
      spans.put(at, new Span<>(end, author));
      at = end;
    }
  }

  private @Nullable A author(Map<Long, NavigableMap<Long, Span<A>>> in, long client, long clock) {
    NavigableMap<Long, Span<A>> spans = in.get(client);
    Map.Entry<Long, Span<A>> span = spans == null ? null : spans.floorEntry(clock);
    return span == null || span.getValue().to() <= clock ? null : span.getValue().author();
  }
}
