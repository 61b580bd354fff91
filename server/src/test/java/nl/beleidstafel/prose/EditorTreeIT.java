package nl.beleidstafel.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.encoding.JsonReader;
import nl.beleidstafel.crdt.encoding.JsonWriter;
import nl.beleidstafel.testkit.NodePackage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The tree in Java is the tree of the editor: its real schema and its binding read what we write,
/// and we read what they write.
final class EditorTreeIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TREES = 150;
  private static final List<List<Node>> KNOWN = new ArrayList<>();
  private static final List<List<Node>> STRANGE = new ArrayList<>();
  private static JsonNode answer = JSON.nullNode();

  @BeforeAll
  static void askTheEditor() throws Exception {
    ObjectNode question = JSON.createObjectNode();
    ArrayNode updates = question.putArray("updates");
    ArrayNode trees = question.putArray("trees");
    for (int seed = 0; seed < TREES; seed++) {
      KNOWN.add(new RandomProse(new SplittableRandom(seed), false).tree());
      STRANGE.add(new RandomProse(new SplittableRandom(seed), true).tree());
    }
    for (List<List<Node>> all : List.of(KNOWN, STRANGE)) {
      for (List<Node> tree : all) {
        Doc doc = new Doc(1);
        Prose.append(doc, tree);
        updates.add(Base64.getEncoder().encodeToString(doc.encode().toArray()));
      }
    }
    for (List<Node> tree : KNOWN) {
      trees.add(JSON.readTree(CanonicalJson.of(tree)));
    }
    String script = "src/editor/testing/tree.mjs";
    answer = JSON.readTree(new NodePackage(Path.of("../web")).run(script, question.toString()));
  }

  @Test
  void nodesAndDefaultsAreThoseOfTheSchema() {
    Set<String> names = new TreeSet<>(Defaults.nodes());
    // The root, text, and what the editor only shows.
    names.addAll(List.of("doc", "text", "unknownBlock"));
    Set<String> real = new TreeSet<>();
    answer.get("nodes").fieldNames().forEachRemaining(real::add);
    assertEquals(real, names);
    for (String node : Defaults.nodes()) {
      assertEquals(
          answer.get("nodes").get(node).toString().length(),
          JSON.valueToTree(Defaults.of(node)).toString().length(),
          node);
      Defaults.of(node)
          .forEach((name, value) ->
              assertEquals(
                  String.valueOf(value),
                  answer.get("nodes").get(node).get(name).asText(),
                  node + " " + name));
    }
  }

  @Test
  void marksAreThoseOfTheSchema() {
    Set<String> real = new TreeSet<>();
    answer.get("marks").fieldNames().forEachRemaining(real::add);
    Set<String> ours = new TreeSet<>();
    for (Mark.Kind kind : Mark.Kind.values()) {
      if (kind != Mark.Kind.UNKNOWN) {
        ours.add(kind == Mark.Kind.LINK ? Mark.link("x").key() : Mark.of(kind).key());
      }
    }
    assertEquals(real, ours);
  }

  @Test
  void theEditorReadsWhatWeWrite() {
    for (int i = 0; i < TREES; i++) {
      assertEquals(
          CanonicalJson.of(KNOWN.get(i)), canonical(answer.get("read").get(i)), "tree " + i);
    }
  }

  @Test
  void weReadWhatTheEditorWrites() {
    for (int i = 0; i < TREES; i++) {
      Doc doc = new Doc(1);
      doc.apply(Bytes.wrap(Base64.getDecoder().decode(answer.get("written").get(i).asText())));
      assertEquals(CanonicalJson.of(KNOWN.get(i)), CanonicalJson.of(Prose.read(doc)), "tree " + i);
    }
  }

  @Test
  void theEditorRefusesToEditWhatIsUnknownToBoth() {
    int refused = 0;
    for (int i = 0; i < TREES; i++) {
      JsonNode read = answer.get("read").get(TREES + i);
      if (holdsUnknown(STRANGE.get(i))) {
        assertNotNull(read.get("unknown"), "tree " + i);
        refused++;
      }
    }
    assertEquals(true, refused > TREES / 10);
    assertNull(answer.get("read").get(0).get("unknown"));
  }

  private static boolean holdsUnknown(List<Node> nodes) {
    return nodes.stream()
        .anyMatch(node ->
            switch (node) {
              case Node.Element element ->
                  element.shape() instanceof Shape.Unknown || holdsUnknown(element.children());
              case Node.Words words ->
                  words.runs().stream()
                      .anyMatch(run ->
                          run instanceof Run.Embed
                              || run.marks().stream()
                                  .anyMatch(mark -> mark.kind() == Mark.Kind.UNKNOWN));
              case Node.Foreign _ -> true;
            });
  }

  /// The editor's JSON with marks by name and keys in order.
  private static String canonical(JsonNode json) {
    return JsonWriter.print(sorted(JsonReader.parse(json.toString())));
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        TreeMap<String, @Nullable Object> copy = new TreeMap<>();
        map.forEach((key, inner) -> copy.put(String.valueOf(key), sorted(inner)));
        if (copy.get("marks") instanceof List<?> marks) {
          copy.put("marks", marks.stream().sorted((a, b) -> name(a).compareTo(name(b))).toList());
        }
        yield copy;
      }
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(inner -> copy.add(sorted(inner)));
        yield copy;
      }
      case null, default -> value;
    };
  }

  private static String name(@Nullable Object mark) {
    return mark instanceof Map<?, ?> map ? String.valueOf(map.get("type")) : "";
  }
}
