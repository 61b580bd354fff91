package nl.beleidstafel.plan.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Prose;
import org.junit.jupiter.api.Test;

final class SeedingTest {
  private static final Template PLAN =
      Templates.load(Path.of("../config")).find("drugspreventie").orElseThrow();

  @Test
  void everyDocumentIsAWholeUpdateOfOneClient() {
    for (TemplateSection section : PLAN.sections()) {
      Bytes update = Seeding.seed(section, Choices.NONE, ids(1), 7);
      assertFalse(Updates.inspect(update).isEmpty(), section.key());
      StateVector vector = Updates.stateVectorOf(update);
      assertNotEquals(0, vector.get(7), section.key());
      assertEquals(Updates.EMPTY, Updates.diff(update, vector), section.key());
      assertEquals(update, Updates.merge(List.of(update, update)), section.key());
    }
  }

  @Test
  void theSameIdsAndClientGiveTheSameBytes() {
    for (TemplateSection section : PLAN.sections()) {
      assertEquals(
          Seeding.seed(section, Choices.NONE, ids(1), 7),
          Seeding.seed(section, Choices.NONE, ids(1), 7));
      assertNotEquals(
          Seeding.seed(section, Choices.NONE, ids(1), 7),
          Seeding.seed(section, Choices.NONE, ids(1), 8));
    }
  }

  @Test
  void everyDocumentReadsBackEqual() {
    for (TemplateSection section : PLAN.sections()) {
      Doc doc = new Doc(8);
      doc.apply(Seeding.seed(section, Choices.NONE, ids(1), 7));
      assertFalse(doc.hasPending(), section.key());
      List<Node> read = Prose.read(doc);
      assertFalse(read.isEmpty(), section.key());
      assertEquals(SectionNodes.of(section, Choices.NONE, ids(1)), read, section.key());
    }
  }

  @Test
  void aBlankSectionHasAPlaceToType() {
    assertEquals(1, Updates.stateVectorOf(Seeding.blank(7)).get(7));
  }

  private static Supplier<String> ids(long seed) {
    AtomicLong next = new AtomicLong();
    return () -> new UUID(seed, next.getAndIncrement()).toString();
  }
}
