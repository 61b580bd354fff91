package nl.beleidstafel.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.doc.DocOptions;
import nl.beleidstafel.crdt.encoding.JsonReader;
import nl.beleidstafel.crdt.encoding.JsonWriter;
import nl.beleidstafel.crdt.type.SharedType;
import nl.beleidstafel.crdt.type.TextRun;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.type.YArray;
import nl.beleidstafel.crdt.type.YMap;
import nl.beleidstafel.crdt.type.YText;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.crdt.update.Updates;
import org.jspecify.annotations.Nullable;

/// One participant of a script twice: a document of ours and one of real Yjs that get the same
/// updates in the same order, and must be the same after each.
final class Replica {
  private final YjsOracle oracle;
  private final int number;
  final Doc doc;

  /// Updates that others wrote and this one has not got.
  final List<Bytes> inbox = new ArrayList<>();

  boolean online = true;

  /// How often bytes were compared, and how often they were equal only once loaded anew.
  static int compared;

  static int unequal;

  Replica(YjsOracle oracle, int number, long client, boolean collect) {
    this.oracle = oracle;
    this.number = number;
    // Both may edit, so each writes under a client id of its own.
    this.doc = new Doc(client ^ (1L << 33), collect ? DocOptions.COLLECT : DocOptions.KEEP_DELETED);
    oracle.open(number, client, collect);
  }

  /// Real Yjs edits, ours follows. Gives what was written.
  List<Bytes> editInYjs(int seed, int count, Map<String, Object> mix) {
    YjsOracle.State state = oracle.edit(number, seed, count, mix);
    state.written().forEach(doc::apply);
    compare(state);
    return state.written();
  }

  /// Ours has edited, real Yjs follows. Gives what was written, by both.
  List<Bytes> followInYjs(Bytes written) {
    List<Bytes> all = new ArrayList<>();
    all.add(written);
    YjsOracle.State state = oracle.apply(number, written);
    state.written().forEach(doc::apply);
    all.addAll(state.written());
    compare(state);
    return all;
  }

  /// Both get an update. Gives what Yjs wrote because of it: it cleans up format marks.
  List<Bytes> receive(Bytes update, boolean asV2) {
    YjsOracle.State state;
    if (asV2) {
      Bytes v2 = Updates.toV2(update);
      doc.applyV2(v2);
      state = oracle.applyV2(number, v2);
    } else {
      doc.apply(update);
      state = oracle.apply(number, update);
    }
    state.written().forEach(doc::apply);
    compare(state);
    return state.written();
  }

  private void compare(YjsOracle.State expected) {
    assertEquals(expected.content(), content(doc), "content");
    assertEquals(expected.snapshot(), YjsOracle.hex(doc.snapshot().encode()), "snapshot");
    assertEquals(expected.pending(), doc.hasPending(), "pending");
  }

  /// What the other lacks of this: the same bytes from both.
  Bytes diffFor(Replica other) {
    StateVector have = other.doc.stateVector();
    List<Bytes> expected = oracle.encode(number, have.encode());
    Bytes base = other.doc.encode();
    compare(base, expected.get(0), doc.encode(have), "difference v1");
    compare(base, expected.get(1), doc.encodeV2(have), "difference v2");
    return expected.get(0);
  }

  /// The whole is the same in bytes.
  void compareEncoded() {
    List<Bytes> expected = oracle.encode(number, null);
    compare(Updates.EMPTY, expected.get(0), doc.encode(), "encoded v1");
    compare(Updates.EMPTY, expected.get(1), doc.encodeV2(), "encoded v2");
    assertEquals(oracle.vector(number), doc.stateVector().encode(), "state vector");
  }

  /// Equal bytes; or, since Yjs itself joins fewer deleted blocks where it edits than where it
  /// follows, bytes that are equal once both were loaded anew.
  private static void compare(Bytes base, Bytes expected, Bytes actual, String what) {
    compared++;
    if (!expected.equals(actual)) {
      unequal++;
      boolean v2 = what.endsWith("v2");
      assertEquals(
          YjsOracle.hex(reloaded(base, v2 ? Updates.fromV2(expected) : expected)),
          YjsOracle.hex(reloaded(base, v2 ? Updates.fromV2(actual) : actual)),
          what);
    }
  }

  private static Bytes reloaded(Bytes base, Bytes update) {
    Doc doc = new Doc(0, DocOptions.KEEP_DELETED);
    doc.apply(base);
    doc.apply(update);
    Doc anew = new Doc(0, DocOptions.KEEP_DELETED);
    anew.apply(doc.encode());
    return anew.encode();
  }

  static Object content(Doc doc) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("t", runs(doc.text("t")));
    content.put("m", doc.map("m").toJson());
    content.put("a", doc.array("a").toJson());
    content.put("x", doc.xmlFragment("x").toXml());
    return Objects.requireNonNull(JsonReader.parse(JsonWriter.print(content)));
  }

  private static List<Object> runs(YText text) {
    List<Object> runs = new ArrayList<>();
    for (TextRun run : text.runs()) {
      Map<String, @Nullable Object> op = new LinkedHashMap<>();
      op.put("insert", json(run.insert()));
      if (!run.formats().isEmpty()) {
        op.put("attributes", run.formats());
      }
      runs.add(op);
    }
    return runs;
  }

  private static @Nullable Object json(@Nullable Object insert) {
    return switch (insert) {
      case YMap map -> map.toJson();
      case YArray array -> array.toJson();
      case XmlFragment xml -> xml.toXml();
      case SharedType text -> text.toString();
      case null, default -> insert;
    };
  }
}
