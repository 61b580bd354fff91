package nl.beleidstafel.crdt.update;

import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.encoding.AnyCodec;
import nl.beleidstafel.crdt.encoding.ByteReader;
import nl.beleidstafel.crdt.encoding.RunReader;
import nl.beleidstafel.crdt.encoding.StringColumnReader;
import org.jspecify.annotations.Nullable;

/// Update v2: nine columns, then the rest.
public final class UpdateInputV2 implements UpdateInput {
  private final ByteReader in;
  private final int sizeBytes;
  private final RunReader keyClocks;
  private final RunReader clients;
  private final RunReader leftClocks;
  private final RunReader rightClocks;
  private final RunReader infos;
  private final StringColumnReader strings;
  private final RunReader parentInfos;
  private final RunReader typeRefs;
  private final RunReader lengths;
  private final List<String> keys = new ArrayList<>();
  private long deleteClock;

  public UpdateInputV2(Bytes update) {
    in = ByteReader.of(update);
    sizeBytes = update.length();
    in.readVarUint(); // a feature flag that no version uses
    keyClocks = new RunReader(in.readVarBytes());
    clients = new RunReader(in.readVarBytes());
    leftClocks = new RunReader(in.readVarBytes());
    rightClocks = new RunReader(in.readVarBytes());
    infos = new RunReader(in.readVarBytes());
    strings = new StringColumnReader(in.readVarBytes());
    parentInfos = new RunReader(in.readVarBytes());
    typeRefs = new RunReader(in.readVarBytes());
    lengths = new RunReader(in.readVarBytes());
  }

  @Override
  public ByteReader rest() {
    return in;
  }

  @Override
  public long structsMax() {
    return Math.min(Limits.UPDATE_STRUCTS_MAX, (long) sizeBytes * Limits.STRUCTS_PER_BYTE_MAX);
  }

  @Override
  public int readInfo() {
    return infos.nextByte();
  }

  @Override
  public long readClient() {
    return clients.nextUint();
  }

  @Override
  public long readLeftClient() {
    return clients.nextUint();
  }

  @Override
  public long readLeftClock() {
    return leftClocks.nextDifference();
  }

  @Override
  public long readRightClient() {
    return clients.nextUint();
  }

  @Override
  public long readRightClock() {
    return rightClocks.nextDifference();
  }

  @Override
  public boolean readParentIsRoot() {
    return parentInfos.nextByte() == 1;
  }

  @Override
  public String readString() {
    return strings.next();
  }

  @Override
  public String readKey() {
    long clock = keyClocks.nextDifference();
    if (clock < keys.size()) {
      return keys.get((int) clock);
    }
    String key = strings.next();
    keys.add(key);
    return key;
  }

  @Override
  public long readTypeRef() {
    return typeRefs.nextUint();
  }

  @Override
  public long readLength() {
    return lengths.nextUint();
  }

  @Override
  public @Nullable Object readJson() {
    return AnyCodec.read(in);
  }

  @Override
  public void resetDeletes() {
    deleteClock = 0;
  }

  @Override
  public long readDeleteClock() {
    deleteClock = advanced(in.readVarUint());
    return deleteClock;
  }

  @Override
  public long readDeleteLength() {
    long length = in.readVarUint() + 1;
    deleteClock = advanced(length);
    return length;
  }

  private long advanced(long by) {
    long next = deleteClock + by;
    if (next > ByteReader.MAX_INTEGER) {
      throw new CrdtException("a deletion beyond 2^53 - 1");
    }
    return next;
  }
}
