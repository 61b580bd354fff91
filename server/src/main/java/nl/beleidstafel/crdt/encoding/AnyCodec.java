package nl.beleidstafel.crdt.encoding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.update.CrdtException;
import org.jspecify.annotations.Nullable;

/// Reads and writes lib0's `any`: one tag byte (127 downwards), then the value. See {@link Values}
/// for the Java forms. Nesting is bounded by {@link Limits#VALUE_DEPTH_MAX}.
///
/// Source: lib0 `readAny`, `writeAny`.
public final class AnyCodec {
  private static final int UNDEFINED = 127;
  private static final int NULL = 126;
  private static final int INTEGER = 125;
  private static final int FLOAT32 = 124;
  private static final int FLOAT64 = 123;
  private static final int BIGINT = 122;
  private static final int FALSE = 121;
  private static final int TRUE = 120;
  private static final int STRING = 119;
  private static final int OBJECT = 118;
  private static final int ARRAY = 117;
  private static final int BYTES = 116;
  private static final long INTEGER_MAX = 0x7fffffffL;

  private AnyCodec() {}

  public static @Nullable Object read(ByteReader in) {
    return read(in, 0);
  }

  private static @Nullable Object read(ByteReader in, int depth) {
    if (depth > Limits.VALUE_DEPTH_MAX) {
      throw new CrdtException("a value nested too deeply");
    }
    int tag = in.readByte();
    return switch (tag) {
      case UNDEFINED -> Undefined.VALUE;
      case NULL -> null;
      case INTEGER -> {
        boolean negative = in.nextIsNegative();
        long value = in.readVarInt();
        yield negative && value == 0 ? (Object) (-0.0) : (Object) value;
      }
      case FLOAT32 -> Values.number(in.readFloat32());
      case FLOAT64 -> Values.number(in.readFloat64());
      case BIGINT -> new BigInt(in.readInt64());
      case FALSE -> false;
      case TRUE -> true;
      case STRING -> in.readVarString();
      case OBJECT -> readObject(in, depth);
      case ARRAY -> readArray(in, depth);
      case BYTES -> Bytes.copyOf(in.readVarBytes().toArray());
      default -> throw new CrdtException("no value has tag " + tag);
    };
  }

  private static Map<String, @Nullable Object> readObject(ByteReader in, int depth) {
    int count = in.readVarUintUpTo(in.remaining());
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String key = in.readVarString();
      object.put(key, read(in, depth + 1));
    }
    return object;
  }

  private static List<@Nullable Object> readArray(ByteReader in, int depth) {
    int count = in.readVarUintUpTo(in.remaining());
    List<@Nullable Object> array = new ArrayList<>(Math.min(count, 16));
    for (int i = 0; i < count; i++) {
      array.add(read(in, depth + 1));
    }
    return array;
  }

  public static void write(ByteWriter out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeByte(NULL);
      case Undefined _ -> out.writeByte(UNDEFINED);
      case Boolean bool -> out.writeByte(bool ? TRUE : FALSE);
      case String text -> {
        out.writeByte(STRING);
        out.writeVarString(text);
      }
      case Long number -> writeLong(out, number);
      case Double number -> writeDouble(out, number);
      case BigInt big -> {
        out.writeByte(BIGINT);
        out.writeInt64(big.value());
      }
      case Bytes bytes -> {
        out.writeByte(BYTES);
        out.writeVarBytes(bytes);
      }
      case List<?> list -> {
        out.writeByte(ARRAY);
        out.writeVarUint(list.size());
        for (Object element : list) {
          write(out, element);
        }
      }
      case Map<?, ?> map -> {
        out.writeByte(OBJECT);
        out.writeVarUint(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.writeVarString(String.valueOf(entry.getKey()));
          write(out, entry.getValue());
        }
      }
      default -> throw new IllegalArgumentException("no value of a document: " + value.getClass());
    }
  }

  private static void writeLong(ByteWriter out, long value) {
    if (Math.abs(value) <= INTEGER_MAX) {
      out.writeByte(INTEGER);
      out.writeVarInt(value);
    } else {
      writeFloat(out, (double) value);
    }
  }

  private static void writeDouble(ByteWriter out, double value) {
    if (value == 0) {
      out.writeByte(INTEGER);
      out.writeSigned(0, true);
    } else {
      writeFloat(out, value);
    }
  }

  private static void writeFloat(ByteWriter out, double value) {
    if ((double) (float) value == value) {
      out.writeByte(FLOAT32);
      out.writeFloat32((float) value);
    } else {
      out.writeByte(FLOAT64);
      out.writeFloat64(value);
    }
  }
}
