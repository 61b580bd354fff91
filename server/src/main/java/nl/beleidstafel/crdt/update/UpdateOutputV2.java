package nl.beleidstafel.crdt.update;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.AnyCodec;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import nl.beleidstafel.crdt.encoding.RunWriter;
import nl.beleidstafel.crdt.encoding.StringColumnWriter;
import org.jspecify.annotations.Nullable;

/// Update v2: nine columns, then the rest.
public final class UpdateOutputV2 implements UpdateOutput {
  private final RunWriter keyClocks = new RunWriter();
  private final RunWriter clients = new RunWriter();
  private final RunWriter leftClocks = new RunWriter();
  private final RunWriter rightClocks = new RunWriter();
  private final RunWriter infos = new RunWriter();
  private final StringColumnWriter strings = new StringColumnWriter();
  private final RunWriter parentInfos = new RunWriter();
  private final RunWriter typeRefs = new RunWriter();
  private final RunWriter lengths = new RunWriter();
  private ByteWriter out = new ByteWriter(256);
  private long keyClock;
  private long deleteClock;

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
    infos.writeByte(info);
  }

  @Override
  public void writeClient(long client) {
    clients.writeUint(client);
  }

  @Override
  public void writeLeftId(long client, long clock) {
    clients.writeUint(client);
    leftClocks.writeDifference(clock);
  }

  @Override
  public void writeRightId(long client, long clock) {
    clients.writeUint(client);
    rightClocks.writeDifference(clock);
  }

  @Override
  public void writeParentIsRoot(boolean root) {
    parentInfos.writeByte(root ? 1 : 0);
  }

  @Override
  public void writeString(String text) {
    strings.write(text);
  }

  /// Every key gets a number of its own and is written out, although the format could name an
  /// earlier one: Yjs never does, and equal bytes matter more here than short ones.
  @Override
  public void writeKey(String key) {
    keyClocks.writeDifference(keyClock++);
    strings.write(key);
  }

  @Override
  public void writeTypeRef(int ref) {
    typeRefs.writeUint(ref);
  }

  @Override
  public void writeLength(long length) {
    lengths.writeUint(length);
  }

  @Override
  public void writeJson(@Nullable Object value) {
    AnyCodec.write(out, value);
  }

  @Override
  public void resetDeletes() {
    deleteClock = 0;
  }

  @Override
  public void writeDeleteClock(long clock) {
    out.writeVarUint(clock - deleteClock);
    deleteClock = clock;
  }

  @Override
  public void writeDeleteLength(long length) {
    out.writeVarUint(length - 1);
    deleteClock += length;
  }

  @Override
  public Bytes finish() {
    ByteWriter update = new ByteWriter(out.size() + 256);
    update.writeVarUint(0);
    column(update, keyClocks.finishDifferences());
    column(update, clients.finishUints());
    column(update, leftClocks.finishDifferences());
    column(update, rightClocks.finishDifferences());
    column(update, infos.finishBytes());
    column(update, strings.finish());
    column(update, parentInfos.finishBytes());
    column(update, typeRefs.finishUints());
    column(update, lengths.finishUints());
    update.append(out);
    return update.toBytes();
  }

  private static void column(ByteWriter update, ByteWriter column) {
    update.writeVarUint(column.size());
    update.append(column);
  }
}
