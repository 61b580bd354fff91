package nl.beleidstafel.crdt.doc;

import java.util.OptionalInt;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.ByteReader;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import nl.beleidstafel.crdt.update.CrdtException;
import org.jspecify.annotations.Nullable;

/// A place in a text or list that stays where it is while others edit: at an item that was there,
/// or at the end of a type. An item that is deleted still says where it was.
///
/// Source: yjs `RelativePosition.js`.
public record RelativePosition(Anchor anchor, Side side) {
  /// What the place holds on to.
  public sealed interface Anchor {
    /// One clock of one client: a character, an element.
    record Place(long client, long clock) implements Anchor {}

    /// The end (or, to the left, the beginning) of a root.
    record Root(String name) implements Anchor {}

    /// The end (or, to the left, the beginning) of the type that an item holds.
    record Type(long client, long clock) implements Anchor {}
  }

  /// Whether the place belongs to what is on its right or on its left: it goes with that when
  /// somebody inserts right there.
  public enum Side {
    RIGHT,
    LEFT
  }

  /// The place at an index of the branch, 0 to its length.
  public static RelativePosition at(Branch branch, int index, Side side) {
    if (index < 0 || index > branch.visibleLength) {
      throw new IndexOutOfBoundsException(index + " of " + branch.visibleLength);
    }
    int left = side == Side.LEFT ? index - 1 : index;
    if (left < 0) {
      return new RelativePosition(end(branch), side);
    }
    for (Item item = branch.first; item != null; item = item.right) {
      if (item.isVisible()) {
        if (item.length() > left) {
          return new RelativePosition(new Anchor.Place(item.client.id, item.clock + left), side);
        }
        left -= (int) item.length();
      }
    }
    return new RelativePosition(end(branch), side);
  }

  private static Anchor end(Branch branch) {
    Item holder = branch.item();
    String root = branch.rootName();
    if (holder == null) {
      return new Anchor.Root(root == null ? "" : root);
    }
    return new Anchor.Type(holder.client.id, holder.clock);
  }

  /// The branch the place is in now, and the index there.
  public record Found(Branch branch, int index) {}

  /// Where the place is now; null where what it holds on to is not here, or gone without a trace.
  public @Nullable Found in(Doc doc) {
    return switch (anchor) {
      case Anchor.Place(long client, long clock) ->
          doc.store().find(client, clock) instanceof Item item
              ? new Found(item.parent, indexOf(item, clock))
              : null;
      case Anchor.Root(String name) -> edge(doc.root(name));
      case Anchor.Type(long client, long clock) ->
          doc.store().find(client, clock) instanceof Item item
                  && item.content instanceof Branch branch
              ? edge(branch)
              : null;
    };
  }

  /// The index alone.
  public OptionalInt indexIn(Doc doc) {
    Found found = in(doc);
    return found == null ? OptionalInt.empty() : OptionalInt.of(found.index());
  }

  private Found edge(Branch branch) {
    return new Found(branch, side == Side.RIGHT ? branch.visibleLength : 0);
  }

  private int indexOf(Item item, long clock) {
    if (item.parent.isDeleted()) {
      return 0;
    }
    int index = 0;
    if (item.isVisible()) {
      index = (int) (clock - item.clock) + (side == Side.RIGHT ? 0 : 1);
    }
    for (Item before = item.left; before != null; before = before.left) {
      if (before.isVisible()) {
        index += (int) before.length();
      }
    }
    return index;
  }

  /// Reads what Yjs or {@link #encode} wrote. Throws {@link CrdtException} on malformed bytes.
  public static RelativePosition decode(Bytes bytes) {
    ByteReader in = ByteReader.of(bytes);
    long kind = in.readVarUint();
    Anchor anchor =
        switch ((int) Math.min(kind, 3)) {
          case 0 -> new Anchor.Place(in.readVarUint(), in.readVarUint());
          case 1 -> new Anchor.Root(in.readVarString());
          case 2 -> new Anchor.Type(in.readVarUint(), in.readVarUint());
          default -> throw new CrdtException("no relative position has number " + kind);
        };
    Side side = in.hasMore() && in.readVarInt() < 0 ? Side.LEFT : Side.RIGHT;
    in.expectEnd();
    return new RelativePosition(anchor, side);
  }

  /// The form that Yjs reads.
  public Bytes encode() {
    ByteWriter out = new ByteWriter();
    switch (anchor) {
      case Anchor.Place(long client, long clock) -> {
        out.writeVarUint(0);
        out.writeVarUint(client);
        out.writeVarUint(clock);
      }
      case Anchor.Root(String name) -> {
        out.writeVarUint(1);
        out.writeVarString(name);
      }
      case Anchor.Type(long client, long clock) -> {
        out.writeVarUint(2);
        out.writeVarUint(client);
        out.writeVarUint(clock);
      }
    }
    out.writeVarInt(side == Side.RIGHT ? 0 : -1);
    return out.toBytes();
  }
}
