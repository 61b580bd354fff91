package bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.Updates;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The Yjs document on the files that node-core.mjs writes: 260,000 single-character updates, the
/// document that they give, and a plan after 100,000 edits.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx2g", "-XX:+UseCompactObjectHeaders"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CrdtBenchmark {
  @Param("/tmp/trace")
  String trace;

  private List<Bytes> updates;
  private Bytes encoded;
  private Bytes plan;
  private Doc doc;

  @Setup
  public void read() throws IOException {
    Path directory = Path.of(trace);
    byte[] file = Files.readAllBytes(directory.resolve("trace.bin"));
    ByteBuffer buffer = ByteBuffer.wrap(file).position(8);
    updates = new ArrayList<>();
    for (int left = buffer.getInt(); left > 0; left--) {
      int length = buffer.getInt();
      updates.add(Bytes.wrap(file, buffer.position(), length));
      buffer.position(buffer.position() + length);
    }
    encoded = Bytes.wrap(Files.readAllBytes(directory.resolve("encoded.bin")));
    plan = Bytes.wrap(Files.readAllBytes(directory.resolve("plan.bin")));
    doc = load(encoded);
  }

  private static Doc load(Bytes update) {
    Doc doc = new Doc(1);
    doc.apply(update);
    return doc;
  }

  @Benchmark
  public Doc applyUpdateByUpdate() {
    Doc doc = new Doc(1);
    updates.forEach(doc::apply);
    return doc;
  }

  @Benchmark
  public Doc loadEncoded() {
    return load(encoded);
  }

  @Benchmark
  public Doc openPlan() {
    return load(plan);
  }

  @Benchmark
  public Bytes encode() {
    return doc.encode();
  }

  @Benchmark
  public Bytes mergeAll() {
    return Updates.merge(updates);
  }
}
