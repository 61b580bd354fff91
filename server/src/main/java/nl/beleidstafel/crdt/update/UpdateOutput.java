package nl.beleidstafel.crdt.update;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.AnyCodec;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import org.jspecify.annotations.Nullable;

/// The fields of an update as they are written, whatever the version. The mirror of {@link
/// UpdateInput}.
///
/// Source: yjs `UpdateEncoder.js`.
public sealed interface UpdateOutput permits UpdateOutputV1, UpdateOutputV2 {
  /// What is in no column.
  ByteWriter rest();

  /// Takes out what was written to {@link #rest} so far and goes on with an empty one: a count that
  /// stands before what it counts is written afterwards.
  ByteWriter takeRest();

  void writeInfo(int info);

  void writeClient(long client);

  void writeLeftId(long client, long clock);

  void writeRightId(long client, long clock);

  void writeParentIsRoot(boolean root);

  void writeString(String text);

  void writeKey(String key);

  void writeTypeRef(int ref);

  void writeLength(long length);

  default void writeBytes(Bytes bytes) {
    rest().writeVarBytes(bytes);
  }

  default void writeAny(@Nullable Object value) {
    AnyCodec.write(rest(), value);
  }

  void writeJson(@Nullable Object value);

  void resetDeletes();

  void writeDeleteClock(long clock);

  void writeDeleteLength(long length);

  /// The whole update. Called once.
  Bytes finish();
}
