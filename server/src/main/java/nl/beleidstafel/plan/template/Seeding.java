package nl.beleidstafel.plan.template;

import java.util.List;
import java.util.function.Supplier;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.prose.Shape;

/// Makes the first content of a plan's documents. Any thread; deterministic given its arguments.
public final class Seeding {
  private Seeding() {}

  /// The section's text as a Yjs update v1 for an empty document.
  ///
  /// @param choices what was chosen for its fill-ins: they are filled
  /// @param ids gives a fresh random id (UUID text) for each node that needs one
  /// @param clientId the Yjs client id that the content is written under
  public static Bytes seed(
      TemplateSection section, Choices choices, Supplier<String> ids, long clientId) {
    return write(SectionNodes.of(section, choices, ids), clientId);
  }

  /// A section without text, one empty paragraph, as a Yjs update v1 for an empty document.
  public static Bytes blank(long clientId) {
    return write(List.of(Node.Element.of(new Shape.Paragraph(), List.of())), clientId);
  }

  private static Bytes write(List<Node> nodes, long clientId) {
    Doc doc = new Doc(clientId);
    Prose.append(doc, nodes);
    return doc.encode();
  }
}
