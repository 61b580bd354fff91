package nl.beleidstafel.crdt.doc;

import nl.beleidstafel.crdt.update.UpdateOutput;

/// A run of clocks of one client in the store of a document.
abstract sealed class Block permits Item, GcBlock {
  final ClientBlocks client;
  final long clock;
  long length;

  Block(ClientBlocks client, long clock, long length) {
    this.client = client;
    this.clock = clock;
    this.length = length;
  }

  /// The clock behind the run.
  final long end() {
    return clock + length;
  }

  abstract boolean isDeleted();

  /// Whether this and the next block of the same client may be one.
  abstract boolean canAppend(Block right);

  /// Takes in the next block, for which {@link #canAppend} holds.
  abstract void append(Block right);

  /// Writes the block without its first `offset` clocks.
  abstract void write(UpdateOutput out, long offset);
}
