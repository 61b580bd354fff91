package nl.beleidstafel.plan.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.AnyCodec;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import nl.beleidstafel.crdt.encoding.JsonWriter;
import org.jspecify.annotations.Nullable;

/// Writes nodes as the update of one client that typed them into an empty document, in reading
/// order. A new document has no conflicts, so this needs no document and takes one pass.
///
/// Source: yjs `Item.js` (`write`), `ContentType.js`, `ContentFormat.js`.
final class SeedWriter {
  private static final String ROOT = "default";
  private static final long NONE = -1;

  private static final int STRING = 4;
  private static final int FORMAT = 6;
  private static final int TYPE = 7;
  private static final int ANY = 8;
  private static final int HAS_LEFT = 0x80;
  private static final int HAS_KEY = 0x20;
  private static final int XML_ELEMENT = 3;
  private static final int XML_TEXT = 6;

  private final long clientId;
  private final ByteWriter structs = new ByteWriter(4096);
  private int structCount = 0;
  private long clock = 0;

  private SeedWriter(long clientId) {
    this.clientId = clientId;
  }

  /// The nodes as children of the fragment `default`, as a Yjs update v1.
  static Bytes write(List<Node> nodes, long clientId) {
    SeedWriter writer = new SeedWriter(clientId);
    writer.children(nodes, NONE);
    ByteWriter update = new ByteWriter(writer.structs.size() + 32);
    update.writeVarUint(1);
    update.writeVarUint(writer.structCount);
    update.writeVarUint(clientId);
    update.writeVarUint(0);
    update.append(writer.structs);
    update.writeVarUint(0);
    return update.toBytes();
  }

  /// @param parent the clock of the holding element, or NONE for the root
  private void children(List<Node> nodes, long parent) {
    long left = NONE;
    List<Node.Text> run = new ArrayList<>();
    for (Node node : nodes) {
      switch (node) {
        case Node.Text text -> run.add(text);
        case Node.Element element -> {
          left = text(run, left, parent);
          run.clear();
          left = element(element, left, parent);
        }
      }
    }
    text(run, left, parent);
  }

  private long element(Node.Element element, long left, long parent) {
    long self = item(TYPE, left, parent, null, 1);
    structs.writeVarUint(XML_ELEMENT);
    structs.writeVarString(element.name());
    for (Map.Entry<String, Object> attribute : new TreeMap<>(element.attributes()).entrySet()) {
      item(ANY, NONE, self, attribute.getKey(), 1);
      structs.writeVarUint(1);
      AnyCodec.write(structs, attribute.getValue());
    }
    children(element.children(), self);
    return self;
  }

  /// Neighbouring runs of characters become one text; gives back what is now left of what follows.
  private long text(List<Node.Text> run, long left, long parent) {
    if (run.isEmpty()) {
      return left;
    }
    long self = item(TYPE, left, parent, null, 1);
    structs.writeVarUint(XML_TEXT);
    Map<String, Map<String, Object>> current = new TreeMap<>();
    long last = NONE;
    for (Node.Text text : run) {
      last = formats(current, text.marks(), last, self);
      int length = text.text().length();
      last = item(STRING, last, self, null, length) + length - 1;
      structs.writeVarString(text.text());
    }
    formats(current, Map.of(), last, self);
    return self;
  }

  /// Ends the marks that stop here and begins those that start.
  private long formats(
      Map<String, Map<String, Object>> current,
      Map<String, Map<String, Object>> wanted,
      long left,
      long text) {
    long last = left;
    for (String mark : List.copyOf(current.keySet())) {
      if (!wanted.containsKey(mark)) {
        last = format(mark, null, last, text);
        current.remove(mark);
      }
    }
    for (Map.Entry<String, Map<String, Object>> mark : new TreeMap<>(wanted).entrySet()) {
      if (!mark.getValue().equals(current.get(mark.getKey()))) {
        last = format(mark.getKey(), mark.getValue(), last, text);
        current.put(mark.getKey(), mark.getValue());
      }
    }
    return last;
  }

  private long format(String mark, @Nullable Object value, long left, long text) {
    long self = item(FORMAT, left, text, null, 1);
    structs.writeVarString(mark);
    structs.writeVarString(JsonWriter.print(value));
    return self;
  }

  /// Writes all of an item but its content and gives back its first clock. An item with a left
  /// neighbour has that one's parent.
  private long item(int content, long left, long parent, @Nullable String key, int length) {
    long self = clock;
    structs.writeByte(content | (left != NONE ? HAS_LEFT : 0) | (key != null ? HAS_KEY : 0));
    if (left != NONE) {
      id(left);
    } else {
      structs.writeVarUint(parent == NONE ? 1 : 0);
      if (parent == NONE) {
        structs.writeVarString(ROOT);
      } else {
        id(parent);
      }
      if (key != null) {
        structs.writeVarString(key);
      }
    }
    structCount++;
    clock += length;
    return self;
  }

  private void id(long ofClock) {
    structs.writeVarUint(clientId);
    structs.writeVarUint(ofClock);
  }
}
