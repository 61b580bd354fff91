package nl.beleidstafel.crdt.update;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import nl.beleidstafel.crdt.encoding.JsonWriter;
import org.jspecify.annotations.Nullable;

/// Update v1: every field in one stream.
public final class UpdateOutputV1 implements UpdateOutput {
  private ByteWriter out = new ByteWriter(256);

  @Override
  public ByteWriter rest() {
    return out;
  }

  @Override
  public ByteWriter takeRest() {
    ByteWriter taken = out;
    out = new ByteWriter(256);
    return taken;
  }

  @Override
  public void writeInfo(int info) {
    out.writeByte(info);
  }

  @Override
  public void writeClient(long client) {
    out.writeVarUint(client);
  }

  @Override
  public void writeLeftId(long client, long clock) {
    out.writeVarUint(client);
    out.writeVarUint(clock);
  }

  @Override
  public void writeRightId(long client, long clock) {
    out.writeVarUint(client);
    out.writeVarUint(clock);
  }

  @Override
  public void writeParentIsRoot(boolean root) {
    out.writeVarUint(root ? 1 : 0);
  }

  @Override
  public void writeString(String text) {
    out.writeVarString(text);
  }

  @Override
  public void writeKey(String key) {
    out.writeVarString(key);
  }

  @Override
  public void writeTypeRef(int ref) {
    out.writeVarUint(ref);
  }

  @Override
  public void writeLength(long length) {
    out.writeVarUint(length);
  }

  @Override
  public void writeJson(@Nullable Object value) {
    out.writeVarString(JsonWriter.print(value));
  }

  @Override
  public void resetDeletes() {}

  @Override
  public void writeDeleteClock(long clock) {
    out.writeVarUint(clock);
  }

  @Override
  public void writeDeleteLength(long length) {
    out.writeVarUint(length);
  }

  @Override
  public Bytes finish() {
    return out.toBytes();
  }
}
