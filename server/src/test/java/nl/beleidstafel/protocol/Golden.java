package nl.beleidstafel.protocol;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.base.Bytes;

/// Bytes made by the published packages; `src/test/node/provider/golden.mjs` wrote them.
final class Golden {
  private static final JsonNode ROOT = read();

  private Golden() {}

  private static JsonNode read() {
    try (var file = Golden.class.getResourceAsStream("/golden/protocol.json")) {
      return new ObjectMapper().readTree(requireNonNull(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String text(String name) {
    return ROOT.get(name).asText();
  }

  static Bytes bytes(String name) {
    return Bytes.ofHex(text(name));
  }

  static Bytes bytes(String group, String name) {
    return Bytes.ofHex(ROOT.get(group).get(name).asText());
  }

  static List<Bytes> frames(String name) {
    List<Bytes> frames = new ArrayList<>();
    ROOT.get(name).forEach(frame -> frames.add(Bytes.ofHex(frame.asText())));
    return frames;
  }

  /// Every frame and message in the file: what a mutation starts from.
  static List<Bytes> all() {
    List<Bytes> all = new ArrayList<>();
    for (String name : List.of("hocuspocus4", "hocuspocus4Session", "hocuspocus3", "yWebsocket3")) {
      all.addAll(frames(name));
    }
    for (String group : List.of("server", "yServer")) {
      ROOT.get(group).forEach(frame -> all.add(Bytes.ofHex(frame.asText())));
    }
    all.add(bytes("presence"));
    all.add(bytes("presenceGone"));
    return all;
  }
}
