package nl.beleidstafel.crdt.encoding;

import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.update.CrdtException;
import org.jspecify.annotations.Nullable;

/// Prints values exactly as `JSON.stringify` does, so that bytes come out equal to those of Yjs.
public final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private JsonWriter() {}

  /// Throws {@link CrdtException} on a {@link BigInt}, for which JSON has no form.
  public static String print(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Boolean bool -> bool.toString();
      case Long number -> number.toString();
      default -> {
        StringBuilder out = new StringBuilder();
        write(out, value);
        yield out.toString();
      }
    };
  }

  private static void write(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Undefined _ -> out.append("null");
      case Boolean bool -> out.append(bool);
      case Long number -> out.append(number);
      case Double number -> out.append(Double.isFinite(number) ? Script.text(number) : "null");
      case String text -> quote(out, text);
      case List<?> list -> writeList(out, list);
      case Map<?, ?> map -> writeMap(out, map);
      case Bytes bytes -> writeBytes(out, bytes);
      default -> throw new CrdtException("no JSON for " + value.getClass().getSimpleName());
    }
  }

  private static void writeList(StringBuilder out, List<?> list) {
    char separator = '[';
    for (Object element : list) {
      out.append(separator);
      write(out, element);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }

  private static void writeMap(StringBuilder out, Map<?, ?> map) {
    char separator = '{';
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getValue() != Undefined.VALUE) {
        out.append(separator);
        quote(out, String.valueOf(entry.getKey()));
        out.append(':');
        write(out, entry.getValue());
        separator = ',';
      }
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private static void writeBytes(StringBuilder out, Bytes bytes) {
    char separator = '{';
    for (int i = 0; i < bytes.length(); i++) {
      out.append(separator).append('"').append(i).append("\":").append(bytes.at(i) & 0xff);
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || isLoneSurrogate(text, i)) {
            escape(out, c);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private static void escape(StringBuilder out, char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xf));
    }
  }
}
