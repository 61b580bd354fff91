package nl.beleidstafel.crdt.update;

import java.util.function.LongUnaryOperator;
import nl.beleidstafel.base.Check;
import org.jspecify.annotations.Nullable;

/// One entry of an update: a run of clocks of one client. Clocks and clients are from 0 to 2^53 - 1
/// and so is the end of the run; a length is at least 1.
public sealed interface Struct permits Struct.Gc, Struct.Skip, Struct.Item {
  /// In the place of a client or clock that is absent.
  long NONE = -1;

  long client();

  /// The first clock of the run.
  long clock();

  long length();

  /// The clock behind the run.
  default long end() {
    return clock() + length();
  }

  /// What is left of the struct behind its first `offset` clocks (0 gives the struct itself). The
  /// struct must not be used afterwards: its content may have been taken.
  Struct behind(long offset);

  /// Writes the struct without its first `offset` clocks.
  void write(UpdateOutput out, long offset);

  /// The struct as if clients had other ids; it must not be used afterwards, as with `behind`.
  Struct renamed(LongUnaryOperator names);

  /// Deleted, and even what it was is forgotten.
  record Gc(long client, long clock, long length) implements Struct {
    static final int REF = 0;

    @Override
    public Struct behind(long offset) {
      return new Gc(client, clock + offset, length - offset);
    }

    @Override
    public Struct renamed(LongUnaryOperator names) {
      return new Gc(names.applyAsLong(client), clock, length);
    }

    @Override
    public void write(UpdateOutput out, long offset) {
      out.writeInfo(REF);
      out.writeLength(length - offset);
    }
  }

  /// Not in this update: what follows depends on it.
  record Skip(long client, long clock, long length) implements Struct {
    static final int REF = 10;

    @Override
    public Struct behind(long offset) {
      return new Skip(client, clock + offset, length - offset);
    }

    @Override
    public Struct renamed(LongUnaryOperator names) {
      return new Skip(names.applyAsLong(client), clock, length);
    }

    @Override
    public void write(UpdateOutput out, long offset) {
      out.writeInfo(REF);
      out.rest().writeVarUint(length - offset);
    }
  }

  /// An insertion. Where both origins are absent the parent is given: as a root's name, or as the
  /// id of the item that holds it. `parentSub` is the key where the parent is used as a map.
  record Item(
      long client,
      long clock,
      long originClient,
      long originClock,
      long rightClient,
      long rightClock,
      @Nullable String parentRoot,
      long parentClient,
      long parentClock,
      @Nullable String parentSub,
      Content content)
      implements Struct {
    private static final int HAS_ORIGIN = 0x80;
    private static final int HAS_RIGHT_ORIGIN = 0x40;
    private static final int HAS_PARENT_SUB = 0x20;

    @Override
    public long length() {
      return content.length();
    }

    public boolean hasOrigin() {
      return originClient != NONE;
    }

    public boolean hasRightOrigin() {
      return rightClient != NONE;
    }

    static Item read(UpdateInput in, int info, long client, long clock) {
      boolean hasOrigin = (info & HAS_ORIGIN) != 0;
      long originClient = hasOrigin ? in.readLeftClient() : NONE;
      long originClock = hasOrigin ? in.readLeftClock() : NONE;
      boolean hasRight = (info & HAS_RIGHT_ORIGIN) != 0;
      long rightClient = hasRight ? in.readRightClient() : NONE;
      long rightClock = hasRight ? in.readRightClock() : NONE;
      String root = null;
      long parentClient = NONE;
      long parentClock = NONE;
      String sub = null;
      if (!hasOrigin && !hasRight) {
        if (in.readParentIsRoot()) {
          root = in.readString();
        } else {
          parentClient = in.readLeftClient();
          parentClock = in.readLeftClock();
        }
        if ((info & HAS_PARENT_SUB) != 0) {
          sub = in.readString();
        }
      }
      checkEarlier(client, clock, originClient, originClock);
      checkEarlier(client, clock, rightClient, rightClock);
      checkEarlier(client, clock, parentClient, parentClock);
      Content content = Content.read(info & 0x1f, in);
      return new Item(
          client,
          clock,
          originClient,
          originClock,
          rightClient,
          rightClock,
          root,
          parentClient,
          parentClock,
          sub,
          content);
    }

    /// No client can refer to what it has not written yet.
    private static void checkEarlier(long client, long clock, long toClient, long toClock) {
      if (toClient == client && toClock >= clock) {
        throw new CrdtException("an item refers to its own future");
      }
    }

    @Override
    public Struct behind(long offset) {
      if (offset == 0) {
        return this;
      }
      return new Item(
          client,
          clock + offset,
          client,
          clock + offset - 1,
          rightClient,
          rightClock,
          parentRoot,
          parentClient,
          parentClock,
          parentSub,
          content.split(offset).behind());
    }

    @Override
    public Struct renamed(LongUnaryOperator names) {
      return new Item(
          names.applyAsLong(client),
          clock,
          hasOrigin() ? names.applyAsLong(originClient) : NONE,
          originClock,
          hasRightOrigin() ? names.applyAsLong(rightClient) : NONE,
          rightClock,
          parentRoot,
          parentClient == NONE ? NONE : names.applyAsLong(parentClient),
          parentClock,
          parentSub,
          content);
    }

    @Override
    public void write(UpdateOutput out, long offset) {
      boolean cut = offset > 0;
      writeHead(
          out,
          content.ref(),
          cut ? client : originClient,
          cut ? clock + offset - 1 : originClock,
          rightClient,
          rightClock,
          parentSub);
      if (!cut && !hasOrigin() && !hasRightOrigin()) {
        writeParent(out, parentRoot, parentClient, parentClock, parentSub);
      }
      content.write(out, offset);
    }

    /// The part of an item before its parent: shared with the items of a document.
    public static void writeHead(
        UpdateOutput out,
        int ref,
        long originClient,
        long originClock,
        long rightClient,
        long rightClock,
        @Nullable String parentSub) {
      boolean hasOrigin = originClient != NONE;
      boolean hasRight = rightClient != NONE;
      out.writeInfo(
          ref
              | (hasOrigin ? HAS_ORIGIN : 0)
              | (hasRight ? HAS_RIGHT_ORIGIN : 0)
              | (parentSub != null ? HAS_PARENT_SUB : 0));
      if (hasOrigin) {
        out.writeLeftId(originClient, originClock);
      }
      if (hasRight) {
        out.writeRightId(rightClient, rightClock);
      }
    }

    /// Where an item without origins hangs: the name of a root, or the id of the parent's item.
    public static void writeParent(
        UpdateOutput out,
        @Nullable String root,
        long parentClient,
        long parentClock,
        @Nullable String parentSub) {
      out.writeParentIsRoot(root != null);
      if (root != null) {
        out.writeString(root);
      } else {
        Check.that(parentClient != NONE, "an item without parent");
        out.writeLeftId(parentClient, parentClock);
      }
      if (parentSub != null) {
        out.writeString(parentSub);
      }
    }
  }
}
