package nl.beleidstafel.crdt.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.OurEdits;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.doc.RelativePosition;

/// The inputs of each target: a file of hexadecimal lines in `src/test/resources/fuzz`, each of
/// which reaches code that those before it do not.
final class Corpus {
  static final Map<String, Consumer<byte[]>> TARGETS =
      Map.of(
          "UpdateV1Fuzz", UpdateV1Fuzz::fuzzerTestOneInput,
          "UpdateV2Fuzz", UpdateV2Fuzz::fuzzerTestOneInput,
          "SmallCodecsFuzz", SmallCodecsFuzz::fuzzerTestOneInput,
          "FramesFuzz", FramesFuzz::fuzzerTestOneInput);

  /// What is kept must stay small.
  private static final int LINE_MAX = 700;

  private Corpus() {}

  private static Path file(String target) {
    return Path.of("src/test/resources/fuzz", target + ".hex");
  }

  static List<byte[]> read(String target) {
    try {
      return Files.readAllLines(file(target)).stream().map(HexFormat.of()::parseHex).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static void write(String target, List<byte[]> inputs) throws IOException {
    List<String> lines =
        inputs.stream()
            .map(HexFormat.of()::formatHex)
            .filter(line -> line.length() <= LINE_MAX)
            .sorted(Comparator.comparingInt(String::length).thenComparing(line -> line))
            .toList();
    Files.createDirectories(file(target).getParent());
    Files.write(file(target), lines);
  }

  /// Well-formed bytes of every kind, from which a fuzzer sets out.
  static List<Bytes> wellFormed(SplittableRandom random) {
    Doc doc = new Doc(1 + random.nextInt(3));
    List<Bytes> corpus = new ArrayList<>();
    Map<String, Object> mix =
        Map.of("roots", List.of("t", "m", "a", "x"), "format", true, "emoji", true);
    for (int i = 0; i < 4; i++) {
      corpus.add(OurEdits.edit(doc, random, 1 + random.nextInt(8), mix));
    }
    corpus.add(doc.encode());
    corpus.add(doc.encodeV2());
    corpus.add(doc.snapshot().encode());
    corpus.add(doc.stateVector().encode());
    for (RelativePosition.Side side : RelativePosition.Side.values()) {
      corpus.add(RelativePosition.at(doc.text("t").branch(), 0, side).encode());
    }
    return corpus;
  }
}
