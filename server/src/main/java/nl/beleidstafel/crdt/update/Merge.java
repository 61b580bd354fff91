package nl.beleidstafel.crdt.update;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import nl.beleidstafel.base.Bytes;
import org.jspecify.annotations.Nullable;

/// Joins updates into one without building a document: a heap gives the structs of all updates by
/// client (descending) and clock (ascending); what is already covered is left out, an overlap is
/// cut off, and a hole becomes a skip.
///
/// The heap makes it n log n, where Yjs sorts all updates anew at every step.
///
/// Source: yjs `mergeUpdatesV2`.
final class Merge {
  private static final Comparator<Cursor> ORDER =
      Comparator.comparingLong((Cursor cursor) -> -cursor.current.client())
          .thenComparingLong(cursor -> cursor.current.clock())
          .thenComparingInt(cursor -> cursor.index);

  private final StructWriter out;
  private @Nullable Struct held;

  private Merge(UpdateOutput out) {
    this.out = new StructWriter(out);
  }

  static Bytes v1(List<Bytes> updates) {
    Merge merge = new Merge(new UpdateOutputV1());
    IdSet.Builder deletes = new IdSet.Builder();
    PriorityQueue<Cursor> heap = new PriorityQueue<>(Math.max(1, updates.size()), ORDER);
    List<StructReader> open = new ArrayList<>();
    for (int index = 0; index < updates.size(); index++) {
      StructReader reader = StructReader.v1(updates.get(index));
      if (reader.clientCount() == 1) {
        Cursor.offer(heap, new Streamed(reader, index));
        open.add(reader);
      } else {
        Cursor.offer(heap, new Listed(readSorted(reader), index));
        deletes.addAll(reader.deletes());
      }
    }
    merge.drain(heap);
    for (StructReader reader : open) {
      deletes.addAll(reader.deletes());
    }
    return merge.out.finish(deletes.build());
  }

  private static Iterator<Struct> readSorted(StructReader reader) {
    List<Struct> structs = new ArrayList<>();
    boolean sorted = true;
    long last = Long.MAX_VALUE;
    for (Struct struct = reader.next(); struct != null; struct = reader.next()) {
      if (!(struct instanceof Struct.Skip)) {
        structs.add(struct);
      }
      sorted &= struct.client() <= last;
      last = struct.client();
    }
    if (!sorted) {
      structs.sort(Comparator.comparingLong(struct -> -struct.client()));
    }
    return structs.iterator();
  }

  private void drain(PriorityQueue<Cursor> heap) {
    while (true) {
      Cursor first = heap.poll();
      if (first == null) {
        break;
      }
      take(first.current);
      Cursor.offer(heap, first);
    }
    flush();
  }

  private void take(Struct struct) {
    Struct left = held;
    if (left == null || left.client() != struct.client()) {
      flush();
      held = struct;
      return;
    }
    long end = left.end();
    if (struct.end() <= end) {
      return;
    }
    if (struct.clock() > end) {
      flush();
      out.write(new Struct.Skip(struct.client(), end, struct.clock() - end), 0);
      held = struct;
      return;
    }
    Struct rest = struct.clock() < end ? struct.behind(end - struct.clock()) : struct;
    if (left instanceof Struct.Gc && rest instanceof Struct.Gc) {
      held = new Struct.Gc(left.client(), left.clock(), rest.end() - left.clock());
    } else {
      flush();
      held = rest;
    }
  }

  private void flush() {
    if (held != null) {
      out.write(held, 0);
    }
  }

  /// One update's place in the heap. `index` is the update's place in the list: it breaks ties, so
  /// that the same input gives the same bytes.
  private abstract static sealed class Cursor {
    final int index;
    Struct current = new Struct.Skip(0, 0, 1);

    Cursor(int index) {
      this.index = index;
    }

    abstract @Nullable Struct next();

    /// Puts the cursor back with its next struct, if it has one.
    static void offer(PriorityQueue<Cursor> heap, Cursor cursor) {
      Struct next = cursor.next();
      while (next instanceof Struct.Skip) {
        next = cursor.next();
      }
      if (next != null) {
        cursor.current = next;
        heap.add(cursor);
      }
    }
  }

  /// An update of one client, read as it goes: the hundred thousand updates of a log are all such.
  private static final class Streamed extends Cursor {
    private final StructReader reader;

    Streamed(StructReader reader, int index) {
      super(index);
      this.reader = reader;
    }

    @Override
    @Nullable Struct next() {
      return reader.next();
    }
  }

  private static final class Listed extends Cursor {
    private final Iterator<Struct> structs;

    Listed(Iterator<Struct> structs, int index) {
      super(index);
      this.structs = structs;
    }

    @Override
    @Nullable Struct next() {
      return structs.hasNext() ? structs.next() : null;
    }
  }
}
