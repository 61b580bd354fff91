package nl.beleidstafel.prose;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The attributes of each node of the editor's schema, version 2, with their defaults: what a node
/// means that stores none.
final class Defaults {
  private static final Map<String, Map<String, @Nullable Object>> NODES = new HashMap<>();

  static {
    for (String plain :
        Set.of(
            "paragraph",
            "bulletList",
            "listItem",
            "blockquote",
            "table",
            "tableRow",
            "horizontalRule",
            "hardBreak")) {
      put(plain);
    }
    put("heading", "level", 2L);
    put("orderedList", "start", 1L);
    for (String cell : Set.of("tableCell", "tableHeader")) {
      put(cell, "colspan", 1L, "rowspan", 1L, "colwidth", null);
    }
    put("image", "src", null, "alt", "", "title", null, "width", null);
    put("example", "id", null, "decision", "open");
    put("help", "id", null, "title", "", "icon", false);
    put("questions", "id", null, "title", "");
    for (String place : Set.of("fillIn", "fillInBlock")) {
      put(
          place,
          "id",
          null,
          "kind",
          "text",
          "label",
          "",
          "unit",
          null,
          "register",
          null,
          "state",
          "open");
    }
    put("footnote", "id", null);
    put("crossReference", "id", null, "target", "", "text", null);
    put("evidence", "id", null);
  }

  private Defaults() {}

  private static void put(String node, @Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> attributes = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      attributes.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    NODES.put(node, attributes);
  }

  /// The names of all nodes that the schema has, but text.
  static Set<String> nodes() {
    return Set.copyOf(NODES.keySet());
  }

  /// By name; empty for a node that is not in the schema.
  static Map<String, @Nullable Object> of(String node) {
    return NODES.getOrDefault(node, Map.of());
  }
}
