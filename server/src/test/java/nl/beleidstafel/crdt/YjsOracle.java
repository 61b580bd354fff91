package nl.beleidstafel.crdt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.JsonReader;
import nl.beleidstafel.crdt.encoding.JsonWriter;
import org.jspecify.annotations.Nullable;

/// Real Yjs in a Node process of its own: `src/test/node/yjs/oracle.mjs`. One command and one
/// answer at a time.
public final class YjsOracle implements AutoCloseable {
  private static final Path HOME = Path.of("src/test/node/yjs");

  private final Process process;
  private final Writer commands;
  private final BufferedReader answers;

  private YjsOracle(Process process) {
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  public static YjsOracle start() {
    try {
      if (!Files.exists(HOME.resolve("node_modules/.package-lock.json"))) {
        run("npm", "ci", "--no-audit", "--no-fund");
      }
      return new YjsOracle(
          new ProcessBuilder("node", "oracle.mjs")
              .directory(HOME.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException failure) {
      throw new UncheckedIOException("Node.js 20 with npm is needed for this test", failure);
    }
  }

  private static void run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(HOME.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output);
    }
  }

  /// What a document shows after a command.
  public record State(Object content, String snapshot, boolean pending, List<Bytes> written) {}

  public State open(int doc, long client, boolean gc) {
    return state(command("open", doc, "client", client, "gc", gc));
  }

  public State edit(int doc, int seed, int count, Map<String, Object> mix) {
    return state(command("edit", doc, "seed", (long) seed, "count", (long) count, "mix", mix));
  }

  public State apply(int doc, Bytes update) {
    return state(command("apply", doc, "update", hex(update)));
  }

  State applyV2(int doc, Bytes update) {
    return state(command("applyV2", doc, "update", hex(update)));
  }

  /// The document, or what one with the state vector lacks, in both versions.
  List<Bytes> encode(int doc, @Nullable Bytes vector) {
    Map<?, ?> answer =
        vector == null ? command("encode", doc) : command("encode", doc, "vector", hex(vector));
    return List.of(bytes(answer, "v1"), bytes(answer, "v2"));
  }

  Bytes vector(int doc) {
    return bytes(command("vector", doc), "vector");
  }

  Bytes merge(List<Bytes> updates) {
    return bytes(
        command("merge", 0, "updates", updates.stream().map(YjsOracle::hex).toList()), "merged");
  }

  Bytes diff(Bytes update, Bytes vector) {
    return bytes(command("diff", 0, "update", hex(update), "vector", hex(vector)), "diff");
  }

  /// A relative position in the text `t`.
  Bytes position(int doc, int index, int assoc) {
    return bytes(
        command("position", doc, "index", (long) index, "assoc", (long) assoc), "position");
  }

  int resolve(int doc, Bytes position) {
    Object index = command("resolve", doc, "position", hex(position)).get("index");
    return Math.toIntExact((Long) Objects.requireNonNull(index));
  }

  /// Some blocks with words under the root of a section's text.
  public State begin(int doc) {
    return state(command("begin", doc));
  }

  /// Two places around words of a section's text: from and to.
  public List<Bytes> anchor(int doc, int seed) {
    Map<?, ?> answer = command("anchor", doc, "seed", (long) seed);
    return List.of(bytes(answer, "from"), bytes(answer, "to"));
  }

  /// What stands between two places in a section's text; empty where nothing does.
  public String words(int doc, List<Bytes> anchor) {
    Map<?, ?> answer = command("words", doc, "from", hex(anchor.get(0)), "to", hex(anchor.get(1)));
    return (String) Objects.requireNonNull(answer.get("words"));
  }

  public void closeDocs() {
    command("close", 0);
  }

  private Map<?, ?> command(String op, int doc, Object... arguments) {
    Map<String, Object> command = new LinkedHashMap<>();
    command.put("op", op);
    command.put("doc", (long) doc);
    for (int i = 0; i < arguments.length; i += 2) {
      command.put((String) arguments[i], arguments[i + 1]);
    }
    try {
      commands.write(JsonWriter.print(command) + "\n");
      commands.flush();
      String line = Objects.requireNonNull(answers.readLine(), "the oracle has ended");
      Map<?, ?> answer = (Map<?, ?>) Objects.requireNonNull(JsonReader.parse(line));
      if (answer.get("error") != null) {
        throw new AssertionError("oracle: " + answer.get("error") + " on " + command);
      }
      return answer;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static State state(Map<?, ?> answer) {
    List<?> written = answer.get("written") instanceof List<?> list ? list : List.of();
    return new State(
        Objects.requireNonNull(
            JsonReader.parse((String) Objects.requireNonNull(answer.get("content")))),
        (String) Objects.requireNonNull(answer.get("snapshot")),
        Boolean.TRUE.equals(answer.get("pending")),
        written.stream().map(hex -> Bytes.ofHex((String) hex)).toList());
  }

  private static Bytes bytes(Map<?, ?> answer, String name) {
    return Bytes.ofHex((String) Objects.requireNonNull(answer.get(name)));
  }

  static String hex(Bytes bytes) {
    return HexFormat.of().formatHex(bytes.toArray());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
