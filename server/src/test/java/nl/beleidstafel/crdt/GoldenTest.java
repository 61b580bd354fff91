package nl.beleidstafel.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.encoding.JsonReader;
import nl.beleidstafel.crdt.update.Updates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Bytes that versions of Yjs wrote, read for ever. `golden/make.mjs` made them, once.
final class GoldenTest {
  private static final List<String> ALL = List.of("yjs-13-0", "yjs-13-5", "yjs-13-6", "y14");

  @Test
  void updatesOfEveryVersionAreRead() {
    for (String name : ALL) {
      Map<?, ?> golden = golden(name);
      Doc doc = new Doc(1);
      updates(golden).forEach(doc::apply);
      compare(name, golden, doc);
    }
  }

  @Test
  void theOrderOfUpdatesDoesNotMatter() {
    for (String name : ALL) {
      Map<?, ?> golden = golden(name);
      List<Bytes> updates = new ArrayList<>(updates(golden));
      for (int seed = 0; seed < 50; seed++) {
        Collections.shuffle(updates, new Random(seed));
        Doc doc = new Doc(1);
        updates.forEach(doc::apply);
        compare(name, golden, doc);
      }
    }
  }

  @Test
  void encodedDocumentsOfEveryVersionAreRead() {
    for (String name : ALL) {
      Map<?, ?> golden = golden(name);
      Doc doc = new Doc(1);
      doc.apply(bytes(golden, "state"));
      compare(name, golden, doc);
      Doc merged = new Doc(1);
      merged.apply(Updates.merge(updates(golden)));
      compare(name, golden, merged);
    }
  }

  @Test
  void encodedDocumentsInV2AreRead() {
    for (String name : List.of("yjs-13-5", "yjs-13-6")) {
      Map<?, ?> golden = golden(name);
      Doc doc = new Doc(1);
      doc.applyV2(bytes(golden, "stateV2"));
      compare(name, golden, doc);
      assertEquals(bytes(golden, "stateV2"), doc.encodeV2(), name);
    }
  }

  @Test
  void theBytesOfThePresentVersionAreOurs() {
    Map<?, ?> golden = golden("yjs-13-6");
    Doc doc = new Doc(1);
    updates(golden).forEach(doc::apply);
    assertEquals(bytes(golden, "state"), doc.encode());
    assertEquals(bytes(golden, "stateV2"), doc.encodeV2());
  }

  private static void compare(String name, Map<?, ?> golden, Doc doc) {
    assertFalse(doc.hasPending(), name);
    assertEquals(bytes(golden, "vector"), doc.stateVector().encode(), name);
    assertEquals(golden.get("text"), doc.text("t").text(), name);
    assertEquals(golden.get("map"), doc.map("m").toJson(), name);
    Object xml = golden.get("xml");
    if (xml != null) {
      assertEquals(xml, doc.xmlFragment("x").toXml(), name);
    }
  }

  private static Map<?, ?> golden(String name) {
    try (@Nullable InputStream in =
        GoldenTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      String json =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return (Map<?, ?>) Objects.requireNonNull(JsonReader.parse(json));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Bytes> updates(Map<?, ?> golden) {
    List<?> updates = (List<?>) Objects.requireNonNull(golden.get("updates"));
    return updates.stream().map(hex -> Bytes.ofHex((String) hex)).toList();
  }

  private static Bytes bytes(Map<?, ?> golden, String name) {
    return Bytes.ofHex((String) Objects.requireNonNull(golden.get(name)));
  }
}
