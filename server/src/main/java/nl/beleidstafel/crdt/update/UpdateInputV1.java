package nl.beleidstafel.crdt.update;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.encoding.ByteReader;
import nl.beleidstafel.crdt.encoding.JsonReader;
import org.jspecify.annotations.Nullable;

/// Update v1: every field in one stream.
public final class UpdateInputV1 implements UpdateInput {
  private final ByteReader in;

  public UpdateInputV1(Bytes update) {
    this(ByteReader.of(update));
  }

  public UpdateInputV1(ByteReader in) {
    this.in = in;
  }

  @Override
  public ByteReader rest() {
    return in;
  }

  @Override
  public long structsMax() {
    return Limits.UPDATE_STRUCTS_MAX;
  }

  @Override
  public int readInfo() {
    return in.readByte();
  }

  @Override
  public long readClient() {
    return in.readVarUint();
  }

  @Override
  public long readLeftClient() {
    return in.readVarUint();
  }

  @Override
  public long readLeftClock() {
    return in.readVarUint();
  }

  @Override
  public long readRightClient() {
    return in.readVarUint();
  }

  @Override
  public long readRightClock() {
    return in.readVarUint();
  }

  @Override
  public boolean readParentIsRoot() {
    return in.readVarUint() == 1;
  }

  @Override
  public String readString() {
    return in.readVarString();
  }

  @Override
  public String readKey() {
    return in.readVarString();
  }

  @Override
  public long readTypeRef() {
    return in.readVarUint();
  }

  @Override
  public long readLength() {
    return in.readVarUint();
  }

  @Override
  public @Nullable Object readJson() {
    return JsonReader.parse(in.readVarString());
  }

  @Override
  public void resetDeletes() {}

  @Override
  public long readDeleteClock() {
    return in.readVarUint();
  }

  @Override
  public long readDeleteLength() {
    return in.readVarUint();
  }
}
