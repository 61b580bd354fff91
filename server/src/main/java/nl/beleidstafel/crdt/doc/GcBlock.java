package nl.beleidstafel.crdt.doc;

import nl.beleidstafel.crdt.update.Struct;
import nl.beleidstafel.crdt.update.UpdateOutput;

/// Deleted together with its parent: only the clocks are still known.
final class GcBlock extends Block {
  private long length;

  GcBlock(ClientBlocks client, long clock, long length) {
    super(client, clock);
    this.length = length;
  }

  @Override
  long length() {
    return length;
  }

  @Override
  boolean isDeleted() {
    return true;
  }

  @Override
  boolean canAppend(Block right) {
    return right instanceof GcBlock;
  }

  @Override
  void append(Block right) {
    length += right.length();
  }

  @Override
  void write(UpdateOutput out, long offset) {
    new Struct.Gc(client.id, clock, length).write(out, offset);
  }
}
