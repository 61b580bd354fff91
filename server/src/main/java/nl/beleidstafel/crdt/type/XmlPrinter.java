package nl.beleidstafel.crdt.type;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.beleidstafel.crdt.encoding.Script;
import org.jspecify.annotations.Nullable;

/// Prints XML types as their `toString` in Yjs does. Works with a stack of its own, since nesting
/// is as deep as somebody made it.
final class XmlPrinter {
  private final StringBuilder out = new StringBuilder();

  /// What is still to be printed: strings as they are, and types.
  private final Deque<Object> open = new ArrayDeque<>();

  private XmlPrinter() {}

  static String print(SharedType type) {
    XmlPrinter printer = new XmlPrinter();
    printer.open.push(type);
    for (Object next = printer.open.poll(); next != null; next = printer.open.poll()) {
      if (next instanceof SharedType nested) {
        printer.printType(nested);
      } else {
        printer.out.append(next);
      }
    }
    return printer.out.toString();
  }

  private void printType(SharedType type) {
    switch (type) {
      case XmlElement element -> {
        String name = element.nodeName().toLowerCase(Locale.ROOT);
        out.append('<').append(name);
        new TreeMap<>(element.attributes())
            .forEach((key, value) -> printAttribute(out, key, value));
        out.append('>');
        open.push("</" + name + ">");
        pushAll(element.children());
      }
      case XmlFragment fragment -> pushAll(fragment.children());
      case XmlText text -> printRuns(text);
      case YText text -> out.append(text.text());
      case YMap _, YArray _ -> out.append("[object Object]");
    }
  }

  private void pushAll(List<?> parts) {
    for (Object part : parts.reversed()) {
      open.push(part);
    }
  }

  private void printRuns(XmlText text) {
    List<Object> parts = new ArrayList<>();
    for (TextRun run : text.runs()) {
      TreeMap<String, @Nullable Object> formats = new TreeMap<>(run.formats());
      StringBuilder tags = new StringBuilder();
      formats.forEach((name, value) -> printTag(tags, name, value));
      parts.add(tags);
      parts.add(run.insert() instanceof SharedType type ? type : Script.text(run.insert()));
      StringBuilder ends = new StringBuilder();
      formats.descendingKeySet().forEach(name -> ends.append("</").append(name).append('>'));
      parts.add(ends);
    }
    pushAll(parts);
  }

  private static void printTag(StringBuilder tags, String name, @Nullable Object value) {
    tags.append('<').append(name);
    switch (value) {
      case Map<?, ?> map -> {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, part) -> sorted.put(String.valueOf(key), part));
        sorted.forEach((key, part) -> printAttribute(tags, key, part));
      }
      case String text -> {
        TreeMap<String, @Nullable Object> chars = new TreeMap<>();
        for (int i = 0; i < text.length(); i++) {
          chars.put(Integer.toString(i), text.substring(i, i + 1));
        }
        chars.forEach((key, part) -> printAttribute(tags, key, part));
      }
      case null, default -> {}
    }
    tags.append('>');
  }

  private static void printAttribute(StringBuilder out, String key, @Nullable Object value) {
    out.append(' ').append(key).append("=\"").append(Script.text(value)).append('"');
  }
}
