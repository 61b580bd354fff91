package nl.beleidstafel.crdt.doc;

import java.util.Arrays;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.crdt.update.TextContent;
import org.jspecify.annotations.Nullable;

/// All blocks of one client, from clock 0 without a gap.
final class ClientBlocks {
  final long id;
  private Block[] blocks = new Block[4];
  private int size;

  /// The transaction that added blocks, and the state before it did.
  private @Nullable Transaction touchedBy;

  private long stateBefore;

  ClientBlocks(long id) {
    this.id = id;
  }

  int size() {
    return size;
  }

  Block get(int index) {
    return blocks[index];
  }

  /// The first clock that is not here.
  long state() {
    return size == 0 ? 0 : blocks[size - 1].end();
  }

  /// The state when the transaction began.
  long stateBefore(Transaction transaction) {
    return touchedBy == transaction ? stateBefore : state();
  }

  void add(Transaction transaction, Block block) {
    long state = state();
    Check.that(block.clock == state, "a gap in the blocks of a client");
    if (touchedBy != transaction) {
      touchedBy = transaction;
      stateBefore = state;
      transaction.touched.add(this);
    }
    insertAt(size, block);
  }

  void release() {
    touchedBy = null;
  }

  void insertAt(int index, Block block) {
    if (size == blocks.length) {
      blocks = Arrays.copyOf(blocks, size + (size >> 1) + 4);
    }
    System.arraycopy(blocks, index, blocks, index + 1, size - index);
    blocks[index] = block;
    size++;
  }

  void replace(Block block) {
    blocks[find(block.clock)] = block;
  }

  /// The position of the block that holds the clock, which is below {@link #state}. Blocks are of
  /// about equal length, so the search begins where the clock would be if they were.
  int find(long clock) {
    int high = size - 1;
    Block last = blocks[high];
    if (last.clock <= clock) {
      return high;
    }
    int low = 0;
    int middle = (int) ((double) clock / last.clock * high);
    while (low <= high) {
      if (blocks[middle].clock > clock) {
        high = middle - 1;
      } else if (clock < blocks[middle + 1].clock) {
        return middle;
      } else {
        low = middle + 1;
      }
      middle = (low + high) >>> 1;
    }
    throw new IllegalStateException("clock " + clock + " of client " + id + " is not here");
  }

  /// Makes a block begin at the clock, if an item must be split for it, and gives its position.
  int cleanStart(Transaction transaction, long clock) {
    int index = find(clock);
    Block block = blocks[index];
    if (block.clock < clock && block instanceof Item item) {
      split(transaction, item, index, clock - block.clock);
      return index + 1;
    }
    return index;
  }

  /// The block that holds the clock; an item is split so that it ends with it.
  Block cleanEnd(Transaction transaction, long clock) {
    int index = find(clock);
    Block block = blocks[index];
    if (block.end() - 1 != clock && block instanceof Item item) {
      split(transaction, item, index, clock - block.clock + 1);
    }
    return block;
  }

  void split(Transaction transaction, Item item, int index, long offset) {
    Item behind = item.splitOff(offset);
    insertAt(index + 1, behind);
    transaction.split.add(behind);
  }

  /// Joins what can be joined among the blocks at `from - 1` to `to`, and goes on to the left as
  /// long as something joins there. Which pairs join does not depend on the order.
  ///
  /// @param from at least 1
  /// @return how many blocks went into others
  int join(int from, int to) {
    int start = from;
    while (start > 1 && blocks[start - 1].canAppend(blocks[start])) {
      start--;
    }
    int kept = start;
    for (int read = start; read <= to; read++) {
      Block left = blocks[kept - 1];
      Block right = blocks[read];
      if (left.canAppend(right)) {
        left.append(right);
      } else {
        blocks[kept++] = right;
      }
    }
    int gone = to + 1 - kept;
    if (gone > 0) {
      close(kept, to + 1);
    }
    return gone;
  }

  private void close(int from, int to) {
    System.arraycopy(blocks, to, blocks, from, size - to);
    int newSize = size - (to - from);
    Arrays.fill(blocks, newSize, size, null);
    size = newSize;
  }

  /// Gives back what is held for growth.
  void trim() {
    for (int i = 0; i < size; i++) {
      if (blocks[i] instanceof Item item && item.content instanceof TextContent text) {
        text.trim();
      }
    }
    if (blocks.length > size + (size >> 3) + 8) {
      blocks = Arrays.copyOf(blocks, size);
    }
  }
}
