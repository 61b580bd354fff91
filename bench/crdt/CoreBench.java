import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.Updates;

/// What our core needs for the same files as node-core.mjs, which writes them. Prints JSON.
/// Usage: java -cp server/target/classes bench/crdt/CoreBench.java <directory> [reps]
final class CoreBench {
  private static final Map<String, List<Double>> TIMES = new LinkedHashMap<>();
  private static final Map<String, List<Double>> CPU_TIMES = new LinkedHashMap<>();
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    int reps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    List<Bytes> updates = trace(Files.readAllBytes(directory.resolve("trace.bin")));
    Bytes encoded = Bytes.wrap(Files.readAllBytes(directory.resolve("encoded.bin")));
    Bytes plan = Bytes.wrap(Files.readAllBytes(directory.resolve("plan.bin")));
    Doc doc = null;
    for (int i = 0; i < reps; i++) {
      doc = timed("applySingle", () -> applied(updates));
    }
    Doc whole = doc;
    if (!whole.encode().equals(encoded)) {
      throw new AssertionError("the encoded document differs from that of Yjs");
    }
    for (int i = 0; i < reps * 3; i++) {
      timed("encode", whole::encode);
      timed("load", () -> load(encoded));
      timed("openPlan", () -> load(plan));
    }
    for (int i = 0; i < reps; i++) {
      timed("mergeAll", () -> Updates.merge(updates));
    }
    doc = null;
    System.out.println(json(updates.size(), encoded.length(), heapBytes(encoded)));
  }

  private static Doc applied(List<Bytes> updates) {
    Doc doc = new Doc(1);
    updates.forEach(doc::apply);
    return doc;
  }

  private static Doc load(Bytes update) {
    Doc doc = new Doc(1);
    doc.apply(update);
    return doc;
  }

  private static long heapBytes(Bytes encoded) throws InterruptedException {
    long before = used();
    Doc doc = load(encoded);
    doc.trim();
    long after = used();
    if (doc.text("t").length() == 0) {
      throw new AssertionError("nothing loaded");
    }
    return after - before;
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static List<Bytes> trace(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file).position(8);
    int count = buffer.getInt();
    List<Bytes> updates = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int length = buffer.getInt();
      updates.add(Bytes.wrap(file, buffer.position(), length));
      buffer.position(buffer.position() + length);
    }
    return updates;
  }

  private static <T> T timed(String name, Supplier<T> work) {
    System.gc();
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    T result = work.get();
    double ms = (System.nanoTime() - start) / 1e6;
    TIMES.computeIfAbsent(name, key -> new ArrayList<>()).add(ms);
    double cpuMs = (PROCESS.getProcessCpuTime() - cpu) / 1e6;
    CPU_TIMES.computeIfAbsent(name, key -> new ArrayList<>()).add(cpuMs);
    return result;
  }

  private static String json(int updates, int encodedBytes, long heapBytes) {
    StringBuilder out = new StringBuilder("{\"runtime\":\"java " + Runtime.version() + "\"");
    out.append(",\"updates\":").append(updates).append(",\"encodedBytes\":").append(encodedBytes);
    appendMedians(out, "medianMs", TIMES);
    appendMedians(out, "medianCpuMs", CPU_TIMES);
    return out.append(",\"heapBytes\":").append(heapBytes).append('}').toString();
  }

  private static void appendMedians(
      StringBuilder out, String name, Map<String, List<Double>> times) {
    out.append(",\"").append(name).append("\":{");
    String separator = "";
    for (Map.Entry<String, List<Double>> entry : times.entrySet()) {
      double median = entry.getValue().stream().sorted().toList().get(entry.getValue().size() / 2);
      out.append(separator).append('"').append(entry.getKey()).append("\":").append(median);
      separator = ",";
    }
    out.append('}');
  }
}
