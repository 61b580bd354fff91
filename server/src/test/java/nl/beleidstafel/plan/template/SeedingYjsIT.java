package nl.beleidstafel.plan.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Run;
import nl.beleidstafel.testkit.NodePackage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Real Yjs and y-prosemirror read every seeded document as it was meant.
final class SeedingYjsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long CLIENT = 4_294_967_295L;

  @Test
  void realYjsReadsEveryDocument() throws Exception {
    Template plan = Templates.load(Path.of("../config")).find("drugspreventie").orElseThrow();
    ObjectNode updates = JSON.createObjectNode();
    for (TemplateSection section : plan.sections()) {
      byte[] update = Seeding.seed(section, Choices.NONE, ids(section.key()), CLIENT).toArray();
      updates.put(section.key(), Base64.getEncoder().encodeToString(update));
    }
    updates.put("blank", Base64.getEncoder().encodeToString(Seeding.blank(CLIENT).toArray()));

    JsonNode read = JSON.readTree(new NodePackage("seed").run("read.mjs", updates.toString()));

    assertEquals(38, read.size());
    for (TemplateSection section : plan.sections()) {
      List<Node> nodes = SectionNodes.of(section, Choices.NONE, ids(section.key()));
      JsonNode found = read.get(section.key());
      assertEquals(tree(nodes), found.get("tree"), section.key());
      assertEquals(xml(nodes), found.get("xml").textValue(), section.key());
      assertFalse(found.get("text").textValue().isBlank(), section.key());
      assertTrue(found.get("unchanged").booleanValue(), section.key());
    }
    assertEquals("<paragraph></paragraph>", read.get("blank").get("xml").textValue());
  }

  private static Supplier<String> ids(String key) {
    AtomicLong next = new AtomicLong();
    return () -> new UUID(key.hashCode(), next.getAndIncrement()).toString();
  }

  private static ArrayNode tree(List<Node> nodes) {
    ArrayNode tree = JSON.createArrayNode();
    for (Node node : nodes) {
      switch (node) {
        case Node.Words words -> words.runs().forEach(run -> tree.add(run((Run.Text) run)));
        case Node.Foreign foreign -> throw new AssertionError(foreign);
        case Node.Element element -> {
          ObjectNode object = tree.addObject().put("name", element.name());
          object.set("attributes", attributes(element.attributes().values()));
          object.set("children", tree(element.children()));
        }
      }
    }
    return tree;
  }

  private static ObjectNode run(Run.Text run) {
    Map<String, @Nullable Object> marks = new TreeMap<>();
    run.marks().forEach(mark -> marks.put(mark.key(), mark.value()));
    return JSON.createObjectNode().put("text", run.text()).set("marks", JSON.valueToTree(marks));
  }

  /// Numbers as Jackson reads them back.
  private static JsonNode attributes(Map<String, @Nullable Object> attributes) {
    ObjectNode object = JSON.createObjectNode();
    attributes.forEach((name, value) -> {
      if (value instanceof Long number) {
        object.put(name, Math.toIntExact(number));
      } else {
        object.set(name, JSON.valueToTree(value));
      }
    });
    return object;
  }

  private static String xml(List<Node> nodes) {
    return YjsXml.print(nodes);
  }
}
