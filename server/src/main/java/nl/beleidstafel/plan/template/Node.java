package nl.beleidstafel.plan.template;

import java.util.List;
import java.util.Map;

/// A node of a document as the editor's schema has it, before it becomes Yjs bytes. Immutable.
public sealed interface Node {

  /// A node with children, possibly none.
  ///
  /// @param name the node type of the editor's schema
  /// @param attributes only those that differ from the schema's default: strings, booleans, longs
  record Element(String name, Map<String, Object> attributes, List<Node> children) implements Node {
    public Element {
      attributes = Map.copyOf(attributes);
      children = List.copyOf(children);
    }
  }

  /// A run of characters with the same marks.
  ///
  /// @param marks the attributes of each mark, by its name
  record Text(String text, Map<String, Map<String, Object>> marks) implements Node {
    public Text {
      marks = Map.copyOf(marks);
    }
  }
}
