package nl.beleidstafel.crdt.encoding;

import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Bytes;
import org.jspecify.annotations.Nullable;

/// What JavaScript's `String(value)` gives: Yjs prints attributes and embeds with it.
public final class Script {
  private Script() {}

  public static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Double number -> text(number.doubleValue());
      case List<?> list -> {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
          Object element = list.get(i);
          boolean blank = element == null || element == Undefined.VALUE;
          out.append(i == 0 ? "" : ",").append(blank ? "" : text(element));
        }
        yield out.toString();
      }
      case Map<?, ?> _ -> "[object Object]";
      case Bytes bytes -> {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
          out.append(i == 0 ? "" : ",").append(bytes.at(i) & 0xff);
        }
        yield out.toString();
      }
      default -> value.toString();
    };
  }

  /// A number in the shortest form that reads back, in the notation of ECMAScript.
  static String text(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    if (value == 0) {
      return "0";
    }
    String java = shortest(Math.abs(value));
    int e = java.indexOf('E');
    String mantissa = e < 0 ? java : java.substring(0, e);
    int dot = mantissa.indexOf('.');
    String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    int point = dot + (e < 0 ? 0 : Integer.parseInt(java.substring(e + 1)));
    int lead = 0;
    while (lead < digits.length() - 1 && digits.charAt(lead) == '0') {
      lead++;
    }
    int tail = digits.length();
    while (tail > lead + 1 && digits.charAt(tail - 1) == '0') {
      tail--;
    }
    String layout = layout(digits.substring(lead, tail), point - lead);
    return value < 0 ? "-" + layout : layout;
  }

  /// Java prints at least two digits, and so 4.9E-324 where one digit would do.
  private static String shortest(double value) {
    String java = Double.toString(value);
    if (value < 1e-300 && java.charAt(3) == 'E') {
      int tenths = (java.charAt(0) - '0') * 10 + (java.charAt(2) - '0');
      int digit = (tenths + 5) / 10;
      int exponent = Integer.parseInt(java.substring(4)) + digit / 10;
      String shorter = (digit == 10 ? 1 : digit) + ".0E" + exponent;
      return Double.parseDouble(shorter) == value ? shorter : java;
    }
    return java;
  }

  /// The digits with the decimal point behind the first `point` of them.
  private static String layout(String digits, int point) {
    int count = digits.length();
    if (count <= point && point <= 21) {
      return digits + "0".repeat(point - count);
    }
    if (point > 0 && point <= 21) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (point > -6 && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    String sign = exponent < 0 ? "-" : "+";
    String head = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return head + "e" + sign + Math.abs(exponent);
  }
}
