package nl.beleidstafel.crdt.doc;

import nl.beleidstafel.crdt.update.UpdateOutput;

/// A run of clocks of one client in the store of a document. There are many of them, so their
/// fields are what a document weighs: nothing is kept twice.
abstract sealed class Block permits Item, GcBlock {
  final ClientBlocks client;
  final long clock;

  Block(ClientBlocks client, long clock) {
    this.client = client;
    this.clock = clock;
  }

  /// How many clocks it takes.
  abstract long length();

  /// The clock behind the run.
  final long end() {
    return clock + length();
  }

  abstract boolean isDeleted();

  /// Whether this and the next block of the same client may be one.
  abstract boolean canAppend(Block right);

  /// Takes in the next block, for which {@link #canAppend} holds.
  abstract void append(Block right);

  /// Writes the block without its first `offset` clocks.
  abstract void write(UpdateOutput out, long offset);
}
