package nl.beleidstafel.crdt.type;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tree that an editor like ProseMirror keeps in an XML fragment, as plain immutable values: a
/// node is an element with attributes, text is a list of runs whose formats are marks. Names are
/// not looked at, so what this version does not know survives.
///
/// Source: y-prosemirror `createNodeFromYElement`, `createTypeFromElementNode`.
public sealed interface XmlTree {
  /// A node of the editor.
  record Element(String name, Map<String, @Nullable Object> attributes, List<XmlTree> children)
      implements XmlTree {}

  /// A stretch of inline text; a mark is a format whose value holds its attributes.
  record Text(List<TextRun> runs) implements XmlTree {
    /// Text without marks.
    public static Text of(String text) {
      return new Text(List.of(new TextRun(text, Map.of())));
    }
  }

  /// What the fragment holds. Throws {@link nl.beleidstafel.crdt.update.CrdtException} where it is
  /// nested deeper than {@link nl.beleidstafel.base.Limits#TREE_DEPTH_MAX}.
  static List<XmlTree> read(XmlFragment fragment) {
    return XmlTreeReader.read(fragment);
  }

  /// Appends the nodes to the fragment, in one transaction.
  static void append(XmlFragment fragment, List<? extends XmlTree> nodes) {
    var _ = fragment.branch().doc().transact(_ -> XmlTreeWriter.write(fragment, nodes));
  }
}
