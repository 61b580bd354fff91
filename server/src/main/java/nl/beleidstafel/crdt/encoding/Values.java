package nl.beleidstafel.crdt.encoding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import org.jspecify.annotations.Nullable;

/// What a JavaScript value is in Java, in one form each: null, {@link Undefined}, `Boolean`, `Long`
/// for a number that is whole and safe, `Double` for every other number, `String`, {@link BigInt},
/// {@link Bytes}, `List` and `Map` with string keys in their order.
public final class Values {
  private Values() {}

  /// A number in its one form.
  public static Object number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) <= ByteReader.MAX_INTEGER;
    boolean negativeZero = value == 0 && 1 / value < 0;
    if (whole && !negativeZero) {
      return (long) value;
    }
    return value;
  }

  /// Takes what a caller hands in: any {@link Number}, nested lists and maps, text with halves of
  /// surrogate pairs replaced. Throws {@link IllegalArgumentException} on other classes and on
  /// nesting beyond {@link Limits#VALUE_DEPTH_MAX}.
  public static @Nullable Object of(@Nullable Object value) {
    return of(value, 0);
  }

  private static @Nullable Object of(@Nullable Object value, int depth) {
    if (depth > Limits.VALUE_DEPTH_MAX) {
      throw new IllegalArgumentException("a value nested too deeply");
    }
    return switch (value) {
      case null -> null;
      case Undefined undefined -> undefined;
      case Boolean bool -> bool;
      case String text -> wellFormed(text);
      case Number number -> number(number.doubleValue());
      case BigInt big -> big;
      case Bytes bytes -> bytes;
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        for (Object element : list) {
          copy.add(of(element, depth + 1));
        }
        yield copy;
      }
      case Map<?, ?> map -> ofMap(map, depth);
      default -> throw new IllegalArgumentException("no value of a document: " + value.getClass());
    };
  }

  /// Keys that look like array indices come first, ascending, as in every JavaScript object.
  private static Map<String, @Nullable Object> ofMap(Map<?, ?> map, int depth) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.keySet().stream()
        .map(String::valueOf)
        .filter(Values::isIndex)
        .sorted((a, b) -> Long.compare(Long.parseLong(a), Long.parseLong(b)))
        .forEach(key -> copy.put(key, of(map.get(key), depth + 1)));
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = String.valueOf(entry.getKey());
      copy.putIfAbsent(wellFormed(key), of(entry.getValue(), depth + 1));
    }
    return copy;
  }

  private static boolean isIndex(String key) {
    if (key.isEmpty() || key.length() > 10 || (key.length() > 1 && key.charAt(0) == '0')) {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) < '0' || key.charAt(i) > '9') {
        return false;
      }
    }
    return Long.parseLong(key) < 0xffffffffL;
  }

  /// The text with every half of a surrogate pair replaced by U+FFFD, so that what is in memory is
  /// what the bytes say.
  public static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaceHalves(text);
      }
    }
    return text;
  }

  private static String replaceHalves(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> out.appendCodePoint(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point));
    return out.toString();
  }
}
