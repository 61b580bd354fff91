package nl.beleidstafel.plan.template;

import java.util.List;
import java.util.TreeMap;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.type.XmlText;
import org.jspecify.annotations.Nullable;

/// Types nodes into an empty document, in reading order. Attributes and marks go in by name, so
/// that the same nodes give the same bytes.
final class SeedWriter {
  private static final String ROOT = "default";

  private SeedWriter() {}

  /// The nodes as children of the fragment `default`, as a Yjs update v1.
  static Bytes write(List<Node> nodes, long clientId) {
    Doc doc = new Doc(clientId);
    return doc.transact(_ -> children(doc.xmlFragment(ROOT), nodes));
  }

  private static void children(XmlFragment parent, List<Node> nodes) {
    @Nullable XmlText run = null;
    for (Node node : nodes) {
      switch (node) {
        case Node.Text text -> {
          if (run == null) {
            run = parent.appendText();
          }
          run.append(text.text(), new TreeMap<>(text.marks()));
        }
        case Node.Element element -> {
          run = null;
          XmlElement child = parent.appendElement(element.name());
          new TreeMap<>(element.attributes()).forEach(child::setAttribute);
          children(child, element.children());
        }
      }
    }
  }
}
