package nl.beleidstafel.fillin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.Limits;
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
    read(doc.xmlFragment(Prose.ROOT), decisions, 0);
    return decisions;
  }

  /// Those that are decided otherwise afterwards. What is open is no decision.
  static Set<String> changed(
      Map<String, Shape.Decision> before, Map<String, Shape.Decision> after) {
    Set<String> changed = new HashSet<>();
    after.forEach((id, decision) -> {
      if (decision != before.getOrDefault(id, Shape.Decision.OPEN)) {
        changed.add(id);
      }
    });
    return changed;
  }

  /// What lies deeper than a text may be nested is not looked at.
  private static void read(XmlFragment fragment, Map<String, Shape.Decision> decisions, int depth) {
    if (depth > Limits.TREE_DEPTH_MAX) {
      return;
    }
    fragment.forEachChild(child -> {
      if (child instanceof XmlElement element) {
        if (element.nodeName().equals("example")
            && Shape.of("example", new Attributes(element.attributes()))
                instanceof Shape.Example(String id, Shape.Decision decision)
            && id != null) {
          decisions.put(id, decision);
        }
        read(element, decisions, depth + 1);
      }
    });
  }
}
