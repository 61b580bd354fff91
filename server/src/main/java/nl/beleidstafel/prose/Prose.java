package nl.beleidstafel.prose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.SharedText;
import nl.beleidstafel.crdt.type.SharedType;
import nl.beleidstafel.crdt.type.TextRun;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.type.XmlText;
import nl.beleidstafel.crdt.update.CrdtException;
import org.jspecify.annotations.Nullable;

/// Between a fragment of a document and its tree. What is read and written again shows the same, to
/// Yjs and to every editor.
///
/// Source: y-prosemirror `createNodeFromYElement`, `createTypeFromElementNode`.
public final class Prose {
  /// The fragment that holds a document's text.
  public static final String ROOT = "default";

  private Prose() {}

  /// The text of a document. Throws {@link CrdtException} where it is nested deeper than {@link
  /// Limits#TREE_DEPTH_MAX}.
  public static List<Node> read(Doc doc) {
    return read(doc.xmlFragment(ROOT), 0);
  }

  private static List<Node> read(XmlFragment fragment, int depth) {
    if (depth > Limits.TREE_DEPTH_MAX) {
      throw new CrdtException("a document nested too deeply");
    }
    List<Node> nodes = new ArrayList<>();
    fragment.forEachChild(child ->
        nodes.add(
            switch (child) {
              case XmlElement element ->
                  new Node.Element(
                      element.nodeName(),
                      new Attributes(element.attributes()),
                      read(element, depth + 1));
              case XmlText text -> words(text);
              case SharedType other -> new Node.Foreign(other.getClass().getSimpleName());
            }));
    return List.copyOf(nodes);
  }

  private static Node words(SharedText text) {
    List<Run> runs = text.runs().stream().map(Prose::run).toList();
    return new Node.Words(runs, new Attributes(text.attributes()));
  }

  private static Run run(TextRun run) {
    List<Mark> marks = new ArrayList<>();
    run.formats().forEach((key, value) -> marks.add(new Mark(key, value)));
    return switch (run.insert()) {
      case String text when !run.isEmbed() -> new Run.Text(text, marks);
      case SharedType type -> new Run.Foreign(type.getClass().getSimpleName(), marks);
      case null, default -> new Run.Embed(run.insert(), marks);
    };
  }

  /// Appends the nodes to the text of a document, in one transaction. Throws {@link
  /// IllegalArgumentException} on what a tree only tells of, with nothing written.
  public static void append(Doc doc, List<Node> nodes) {
    nodes.forEach(Prose::check);
    var _ = doc.transact(_ -> write(doc.xmlFragment(ROOT), nodes));
  }

  private static void check(Node node) {
    switch (node) {
      case Node.Element element -> element.children().forEach(Prose::check);
      case Node.Words words -> words.runs().forEach(Prose::check);
      case Node.Foreign foreign -> throw unwritable(foreign.what());
    }
  }

  private static void check(Run run) {
    if (run instanceof Run.Foreign foreign) {
      throw unwritable(foreign.what());
    }
  }

  private static IllegalArgumentException unwritable(String what) {
    return new IllegalArgumentException("a tree cannot carry a " + what);
  }

  private static void write(XmlFragment fragment, List<Node> nodes) {
    for (Node node : nodes) {
      switch (node) {
        case Node.Element element -> {
          XmlElement made = fragment.appendElement(element.name());
          element.attributes().values().forEach(made::setAttribute);
          write(made, element.children());
        }
        case Node.Words words -> {
          XmlText made = fragment.appendText();
          words.attributes().values().forEach(made::setAttribute);
          words.runs().forEach(run -> write(made, run));
        }
        case Node.Foreign _ -> {}
      }
    }
  }

  private static void write(XmlText text, Run run) {
    Map<String, @Nullable Object> formats = new LinkedHashMap<>();
    run.marks().forEach(mark -> formats.put(mark.key(), mark.value()));
    switch (run) {
      case Run.Text(String chars, var _) -> text.append(chars, formats);
      case Run.Embed(Object value, var _) -> text.insertEmbed(text.length(), value, formats);
      case Run.Foreign _ -> {}
    }
  }
}
