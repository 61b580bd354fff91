package nl.beleidstafel.crdt.doc;

import nl.beleidstafel.crdt.update.Content;
import nl.beleidstafel.crdt.update.Struct;
import nl.beleidstafel.crdt.update.UpdateOutput;
import org.jspecify.annotations.Nullable;

/// An insertion that has its place: between its neighbours in the list of its parent or, with a
/// key, in the chain of all values that key ever had, of which the last one counts.
///
/// The origins are what stood left and right when it was written; they never change, whereas the
/// neighbours do. Its length is that of its content.
///
/// Source: yjs `Item.js`.
public final class Item extends Block {
  final @Nullable ClientBlocks origin;

  /// The clock of the origin, above the lowest bit, which says whether the item is deleted: a field
  /// of its own would make every item 8 bytes larger.
  private long originClockAndDeleted;

  final @Nullable ClientBlocks rightOrigin;
  final long rightOriginClock;
  final Branch parent;
  final @Nullable String key;
  @Nullable Item left;
  @Nullable Item right;
  Content content;

  Item(
      ClientBlocks client,
      long clock,
      @Nullable ClientBlocks origin,
      long originClock,
      @Nullable ClientBlocks rightOrigin,
      long rightOriginClock,
      Branch parent,
      @Nullable String key,
      Content content) {
    super(client, clock);
    this.origin = origin;
    this.originClockAndDeleted = originClock << 1;
    this.rightOrigin = rightOrigin;
    this.rightOriginClock = rightOriginClock;
    this.parent = parent;
    this.key = key;
    this.content = content;
  }

  /// The client that wrote it.
  public long clientId() {
    return client.id;
  }

  public long firstClock() {
    return clock;
  }

  /// How many clocks it takes.
  public long clockCount() {
    return content.length();
  }

  @Override
  long length() {
    return content.length();
  }

  /// Below 0 where it has no origin.
  long originClock() {
    return originClockAndDeleted >> 1;
  }

  @Override
  public boolean isDeleted() {
    return (originClockAndDeleted & 1) != 0;
  }

  void markDeleted() {
    originClockAndDeleted |= 1;
  }

  /// Whether it counts in the length of its parent.
  public boolean isVisible() {
    return !isDeleted() && content.isCountable();
  }

  public @Nullable Item left() {
    return left;
  }

  public @Nullable Item right() {
    return right;
  }

  public Branch parent() {
    return parent;
  }

  public @Nullable String key() {
    return key;
  }

  public Content content() {
    return content;
  }

  boolean hasSameOrigin(Item other) {
    return origin == other.origin && originClock() == other.originClock();
  }

  boolean hasSameRightOrigin(Item other) {
    return rightOrigin == other.rightOrigin && rightOriginClock == other.rightOriginClock;
  }

  /// The part behind the offset as an item of its own, linked in; this keeps what is before.
  Item splitOff(long offset) {
    Content.Split parts = content.split(offset);
    content = parts.before();
    Item behind =
        new Item(
            client,
            clock + offset,
            client,
            clock + offset - 1,
            rightOrigin,
            rightOriginClock,
            parent,
            key,
            parts.behind());
    if (isDeleted()) {
      behind.markDeleted();
    }
    behind.left = this;
    behind.right = right;
    if (right != null) {
      right.left = behind;
    } else if (key != null) {
      parent.putKey(key, behind);
    }
    right = behind;
    return behind;
  }

  @Override
  boolean canAppend(Block block) {
    return block instanceof Item next
        && right == next
        && next.origin == client
        && next.originClock() == end() - 1
        && hasSameRightOrigin(next)
        && isDeleted() == next.isDeleted()
        && content.canAppend(next.content);
  }

  @Override
  void append(Block block) {
    Item next = (Item) block;
    content = content.append(next.content);
    right = next.right;
    if (right != null) {
      right.left = this;
    } else if (key != null) {
      parent.putKey(key, this);
    }
    parent.forgetPlace();
  }

  @Override
  void write(UpdateOutput out, long offset) {
    boolean cut = offset > 0;
    boolean hasOrigin = cut || origin != null;
    Struct.Item.writeHead(
        out,
        content.ref(),
        cut ? client.id : idOf(origin),
        cut ? clock + offset - 1 : originClock(),
        idOf(rightOrigin),
        rightOriginClock,
        key);
    if (!hasOrigin && rightOrigin == null) {
      Item holder = parent.item();
      Struct.Item.writeParent(
          out,
          parent.rootName(),
          holder == null ? Struct.NONE : holder.client.id,
          holder == null ? Struct.NONE : holder.clock,
          key);
    }
    content.write(out, offset);
  }

  private static long idOf(@Nullable ClientBlocks blocks) {
    return blocks == null ? Struct.NONE : blocks.id;
  }
}
