package nl.beleidstafel.prose;

import java.util.List;

/// A node of a document's tree. Immutable; holds everything that is stored, whether this version
/// knows it or not. {@link Element#shape} is how code looks at it.
public sealed interface Node {
  /// A node with children.
  ///
  /// @param name the node's type in the editor's schema, or any other
  record Element(String name, Attributes attributes, List<Node> children) implements Node {
    public Element {
      children = List.copyOf(children);
    }

    /// A node of the schema, with only those attributes that differ from its defaults.
    public static Element of(Shape shape, List<? extends Node> children) {
      return new Element(shape.name(), shape.attributes(), List.copyOf(children));
    }

    /// What the schema takes it for.
    public Shape shape() {
      return Shape.of(name, attributes);
    }
  }

  /// A `Y.XmlText`. Those that touch are one text to the reader: two people who began to type in
  /// one empty paragraph have made two.
  ///
  /// @param attributes of the text as a whole; our editor has none
  record Words(List<Run> runs, Attributes attributes) implements Node {
    public Words {
      runs = List.copyOf(runs);
    }

    public Words(List<? extends Run> runs) {
      this(List.copyOf(runs), Attributes.NONE);
    }

    /// Text without marks.
    public static Words of(String text) {
      return new Words(List.of(new Run.Text(text, List.of())));
    }
  }

  /// A shared type that no tree of the editor holds: it is said to be there, and cannot be written.
  record Foreign(String what) implements Node {}
}
