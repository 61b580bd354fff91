package nl.beleidstafel.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Routes;

/// What the page for signing in needs to know before anybody is known: whether this is a
/// demonstration, and then with which accounts one can look around.
final class ProductRoutes {
  private final JsonObject product;

  ProductRoutes(boolean withDemonstration) {
    List<JsonObject> accounts =
        withDemonstration
            ? Demonstration.accounts().stream().map(ProductRoutes::json).toList()
            : List.of();
    product =
        new JsonObject()
            .put("name", "Beleidstafel")
            .put("demonstration", withDemonstration)
            .put("accounts", new JsonArray(accounts));
  }

  Routes routes() {
    return new Routes().get("/v1/product", Guard.PUBLIC, _ -> Answer.ok(product.copy()));
  }

  private static JsonObject json(Demonstration.Account account) {
    return new JsonObject()
        .put("email", account.email())
        .put("password", account.password())
        .put("partner", account.partner());
  }
}
