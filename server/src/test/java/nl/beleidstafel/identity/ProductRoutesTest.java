package nl.beleidstafel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import nl.beleidstafel.testkit.HttpProbe;
import org.junit.jupiter.api.Test;

final class ProductRoutesTest {
  @Test
  void withoutDemonstrationModeNoAccountIsNamed() {
    JsonObject product = product(false);
    assertEquals(false, product.getBoolean("demonstration"));
    assertFalse(product.encode().contains("demo.test"));
  }

  @Test
  void inDemonstrationModeAllSixAreNamed() {
    assertEquals(6, product(true).getJsonArray("accounts").size());
  }

  private static JsonObject product(boolean withDemonstration) {
    Vertx vertx = Vertx.vertx();
    try (HttpProbe probe =
        HttpProbe.start(
            vertx,
            HttpProbe.settings(),
            () -> 0,
            new ProductRoutes(withDemonstration).routes(),
            _ -> Future.succeededFuture(Optional.empty()))) {
      return probe.get("/v1/product").json();
    } finally {
      HttpProbe.wait(vertx.close());
    }
  }
}
