package nl.beleidstafel.crdt.update;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.AnyCodec;
import nl.beleidstafel.crdt.encoding.ByteReader;
import org.jspecify.annotations.Nullable;

/// The fields of an update as they come, whatever the version: v1 has one stream, v2 a column for
/// each kind of field. Throws {@link CrdtException} on anything malformed.
///
/// Source: yjs `UpdateDecoder.js`.
public sealed interface UpdateInput permits UpdateInputV1, UpdateInputV2 {
  /// What is in no column: counts, start clocks, values, the delete set.
  ByteReader rest();

  /// How many structs the update can have at most: the columns of v2 repeat a struct at no cost, so
  /// that a few bytes could ask for any number.
  long structsMax();

  int readInfo();

  long readClient();

  long readLeftClient();

  long readLeftClock();

  long readRightClient();

  long readRightClock();

  /// Whether a parent is given as the name of a root type.
  boolean readParentIsRoot();

  String readString();

  String readKey();

  long readTypeRef();

  long readLength();

  default Bytes readBytes() {
    return rest().readVarBytes();
  }

  default @Nullable Object readAny() {
    return AnyCodec.read(rest());
  }

  @Nullable Object readJson();

  void resetDeletes();

  long readDeleteClock();

  long readDeleteLength();
}
