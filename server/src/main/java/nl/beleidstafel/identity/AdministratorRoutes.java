package nl.beleidstafel.identity;

import java.util.Map;
import java.util.Optional;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;

/// Making the first administrator with the one-time link.
final class AdministratorRoutes {
  private static final Problem LINK_GONE =
      Problem.linkNotValid(
          new Text(
              "De link is al gebruikt of verlopen. Start de server opnieuw voor een nieuwe link.",
              "The link was used or has expired. Restart the server for a new one."));

  private final FirstAdministrator first;
  private final Passwords passwords;
  private final SignInLimiter limiter;

  AdministratorRoutes(FirstAdministrator first, Passwords passwords, SignInLimiter limiter) {
    this.first = first;
    this.passwords = passwords;
    this.limiter = limiter;
  }

  Routes routes() {
    return new Routes().post("/v1/administrator", Guard.PUBLIC, this::make);
  }

  private Answer make(Call call) {
    Fields fields = call.fields();
    String token = fields.text("token", Limits.TOKEN_LENGTH_MAX);
    String municipality = fields.name("municipality");
    String name = fields.name("name");
    Email email = fields.email("email");
    String password = fields.newPassword("password");
    // Nobody's account, so all tries count together.
    long waitMs = limiter.waitMs("administrator", call.address());
    if (waitMs > 0) {
      return Problem.tooMany(waitMs);
    }
    Optional<String> hash = passwords.hash(password).await();
    if (hash.isEmpty()) {
      return Problem.busy(1);
    }
    if (first.found(token, municipality, name, email, hash.get()).await()) {
      return new Answer.Empty(201, Map.of());
    }
    limiter.failed("administrator", call.address());
    return LINK_GONE;
  }
}
