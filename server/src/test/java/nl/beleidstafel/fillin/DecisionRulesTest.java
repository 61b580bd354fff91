package nl.beleidstafel.fillin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.prose.Shape;
import org.junit.jupiter.api.Test;

final class DecisionRulesTest {
  @Test
  void aTextNestedAsDeepAsABadClientLikesIsReadToItsBound() {
    Doc doc = new Doc(1);
    var _ =
        doc.transact(_ -> {
          XmlFragment at = doc.xmlFragment(Prose.ROOT);
          example(at, "near");
          for (int i = 0; i < Limits.TREE_DEPTH_MAX + 5; i++) {
            at = at.appendElement("blockquote");
          }
          example(at, "far");
        });
    assertEquals(Map.of("near", Shape.Decision.KEEP), DecisionRules.read(doc));
  }

  @Test
  void whatIsDecidedOtherwiseIsChangedAndWhatIsStillOpenIsNot() {
    assertEquals(
        Set.of("a", "b"),
        DecisionRules.changed(
            Map.of("a", Shape.Decision.KEEP, "c", Shape.Decision.DROP),
            Map.of(
                "a", Shape.Decision.OPEN,
                "b", Shape.Decision.KEEP,
                "c", Shape.Decision.DROP,
                "d", Shape.Decision.OPEN)));
  }

  private static void example(XmlFragment in, String id) {
    XmlElement example = in.appendElement("example");
    example.setAttribute("id", id);
    example.setAttribute("decision", "keep");
  }
}
