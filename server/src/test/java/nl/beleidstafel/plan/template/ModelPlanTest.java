package nl.beleidstafel.plan.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ModelPlanTest {
  private static final Templates TEMPLATES = Templates.load(Path.of("../config"));

  @Test
  void hasThirtySevenDocuments() {
    assertEquals(37, TEMPLATES.find("drugspreventie").orElseThrow().sections().size());
  }
}
