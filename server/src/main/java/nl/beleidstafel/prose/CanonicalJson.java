package nl.beleidstafel.prose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.beleidstafel.crdt.encoding.BigInt;
import nl.beleidstafel.crdt.encoding.JsonWriter;
import nl.beleidstafel.crdt.encoding.Undefined;
import org.jspecify.annotations.Nullable;

/// A tree as JSON in one form only, so that two documents that read the same have the same bytes,
/// and a hash of them says so. The form is that of ProseMirror's `toJSON`: defaults are written
/// out, texts that touch are one, runs of the same marks are one, empty text is left out; on top of
/// it marks stand by name and the keys of every object in order.
public final class CanonicalJson {
  private CanonicalJson() {}

  public static String of(List<Node> nodes) {
    Map<String, @Nullable Object> doc = new TreeMap<>();
    doc.put("type", "doc");
    putContent(doc, nodes);
    return JsonWriter.print(doc);
  }

  private static void putContent(Map<String, @Nullable Object> json, List<Node> nodes) {
    List<@Nullable Object> content = content(nodes);
    if (!content.isEmpty()) {
      json.put("content", content);
    }
  }

  private static List<@Nullable Object> content(List<Node> nodes) {
    List<@Nullable Object> content = new ArrayList<>();
    boolean touches = false;
    for (Node node : nodes) {
      switch (node) {
        case Node.Element element -> content.add(element(element));
        case Node.Words words -> {
          for (Run run : words.runs()) {
            touches = addRun(content, run, touches);
          }
        }
        case Node.Foreign foreign -> content.add(Map.of("type", foreign.what()));
      }
      touches &= node instanceof Node.Words;
    }
    return content;
  }

  /// Adds the run, to the one before where that has the same marks; gives whether the next may be
  /// added to it.
  private static boolean addRun(List<@Nullable Object> content, Run run, boolean touches) {
    Map<String, @Nullable Object> json = new TreeMap<>();
    if (!run.marks().isEmpty()) {
      json.put("marks", marks(run.marks()));
    }
    switch (run) {
      case Run.Text(String text, var _) -> {
        if (text.isEmpty()) {
          return touches;
        }
        json.put("type", "text");
        if (touches && content.getLast() instanceof Map<?, ?> before) {
          json.put("text", before.get("text"));
          if (before.equals(json)) {
            content.removeLast();
            json.put("text", before.get("text") + text);
            content.add(json);
            return true;
          }
        }
        json.put("text", text);
      }
      case Run.Embed(Object value, var _) -> {
        json.put("type", "embed");
        json.put("value", plain(value));
      }
      case Run.Foreign foreign -> json.put("type", foreign.what());
    }
    content.add(json);
    return run instanceof Run.Text;
  }

  private static List<Object> marks(List<Mark> marks) {
    TreeMap<String, Object> byKey = new TreeMap<>();
    for (Mark mark : marks) {
      Map<String, @Nullable Object> json = new TreeMap<>();
      json.put("type", mark.name());
      if (mark.value() instanceof Map<?, ?> attributes && !attributes.isEmpty()) {
        json.put("attrs", plain(attributes));
      }
      byKey.put(mark.key(), json);
    }
    return List.copyOf(byKey.values());
  }

  private static Map<String, @Nullable Object> element(Node.Element element) {
    Map<String, @Nullable Object> attributes = new TreeMap<>(Defaults.of(element.name()));
    element
        .attributes()
        .values()
        .forEach((name, value) -> {
          if (value != Undefined.VALUE) {
            attributes.put(name, plain(value));
          }
        });
    Map<String, @Nullable Object> json = new TreeMap<>();
    json.put("type", element.name());
    if (!attributes.isEmpty()) {
      json.put("attrs", attributes);
    }
    putContent(json, element.children());
    return json;
  }

  /// The value with the keys of its objects in order; what JSON has no form for as text.
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, inner) -> sorted.put(String.valueOf(key), plain(inner)));
        yield new LinkedHashMap<>(sorted);
      }
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(inner -> copy.add(plain(inner)));
        yield copy;
      }
      case BigInt big -> big.toString();
      case null, default -> value;
    };
  }
}
