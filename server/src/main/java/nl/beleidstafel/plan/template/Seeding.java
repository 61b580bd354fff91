package nl.beleidstafel.plan.template;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.beleidstafel.base.Bytes;

/// Makes the first content of a plan's documents. Any thread; deterministic given its arguments.
public final class Seeding {
  private Seeding() {}

  /// The section's text as a Yjs update v1 for an empty document.
  ///
  /// @param ids gives a fresh random id (UUID text) for each node that needs one
  /// @param clientId the Yjs client id that the content is written under
  public static Bytes seed(TemplateSection section, Supplier<String> ids, long clientId) {
    return SeedWriter.write(SectionNodes.of(section, ids), clientId);
  }

  /// A section without text, one empty paragraph, as a Yjs update v1 for an empty document.
  public static Bytes blank(long clientId) {
    return SeedWriter.write(List.of(new Node.Element("paragraph", Map.of(), List.of())), clientId);
  }
}
