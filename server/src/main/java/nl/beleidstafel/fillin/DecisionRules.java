package nl.beleidstafel.fillin;

import java.util.HashMap;
import java.util.Map;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.prose.Attributes;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.prose.Shape;

/// What was decided on the examples of a document. Pure.
final class DecisionRules {
  private DecisionRules() {}

  /// By the examples' ids.
  static Map<String, Shape.Decision> read(Doc doc) {
    Map<String, Shape.Decision> decisions = new HashMap<>();
    read(doc.xmlFragment(Prose.ROOT), decisions);
    return decisions;
  }

  private static void read(XmlFragment fragment, Map<String, Shape.Decision> decisions) {
    fragment.forEachChild(child -> {
      if (child instanceof XmlElement element) {
        if (element.nodeName().equals("example")
            && Shape.of("example", new Attributes(element.attributes()))
                instanceof Shape.Example(String id, Shape.Decision decision)
            && id != null) {
          decisions.put(id, decision);
        }
        read(element, decisions);
      }
    });
  }
}
