package nl.beleidstafel.collab.socket;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.NodePackage;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The published clients of both dialects, unmodified, from Node against our server: the suites in
/// `src/test/node/provider`.
final class ProviderCompatibilityIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  @TestFactory
  List<DynamicTest> theSuitesPass() {
    SocketStage stage = HttpProbe.wait(SocketStage.start(DATABASE.vertx(), DATABASE.database()));
    var node = new NodePackage("provider");
    String input =
        new JsonObject()
            .put("port", stage.port())
            .put("origin", SocketStage.ORIGIN)
            .put("cookie", SocketStage.COOKIE)
            .encode();
    return Stream.of("hocuspocus-4", "hocuspocus-3", "y-websocket", "hostile")
        .filter(suite -> suite.contains(System.getProperty("suite", "")))
        .map(suite ->
            DynamicTest.dynamicTest(
                suite,
                () -> node.run("run.mjs", new JsonObject(input).put("suite", suite).encode())))
        .toList();
  }
}
