package nl.beleidstafel.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Routes;

/// What the product says of itself to somebody who has not signed in: its name, and in
/// demonstration mode the accounts to try it with.
final class ProductRoutes {
  private final boolean withDemonstration;

  ProductRoutes(boolean withDemonstration) {
    this.withDemonstration = withDemonstration;
  }

  Routes routes() {
    Answer product = Answer.ok(json());
    return new Routes().get("/v1/product", Guard.PUBLIC, _ -> product);
  }

  private JsonObject json() {
    JsonObject product =
        new JsonObject().put("name", "Beleidstafel").put("demonstration", withDemonstration);
    return withDemonstration ? product.put("accounts", accounts()) : product;
  }

  private static JsonArray accounts() {
    JsonArray accounts = new JsonArray();
    Demonstration.accounts()
        .forEach(account ->
            accounts.add(
                new JsonObject()
                    .put("email", account.email())
                    .put("password", account.password())
                    .put("partner", account.partner())));
    return accounts;
  }
}
