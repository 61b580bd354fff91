package nl.beleidstafel.identity;

import java.util.Objects;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;

/// A forgotten password, another password, another address.
final class AccountRoutes {
  private final Accounts accounts;

  AccountRoutes(Accounts accounts) {
    this.accounts = accounts;
  }

  Routes routes() {
    return new Routes()
        .post("/v1/password-resets", Guard.PUBLIC, this::forgotten)
        .post("/v1/password-reset", Guard.PUBLIC, this::reset)
        .put("/v1/member/password", Guard.ACCOUNT, this::change)
        .post("/v1/member/address", Guard.ACCOUNT, this::wish)
        .post("/v1/address-change", Guard.PUBLIC, this::confirm)
        .describedIn("account");
  }

  private Answer forgotten(Call call) {
    accounts.forgotten(call.fields().text("email", Limits.NAME_LENGTH_MAX * 2), call.address());
    return Answer.empty();
  }

  private Answer reset(Call call) {
    Fields fields = call.fields();
    String token = fields.text("token", Limits.TOKEN_LENGTH_MAX);
    boolean done = accounts.reset(token, fields.newPassword("password"), call.address());
    return done ? Answer.empty() : Problem.busy(1);
  }

  private Answer change(Call call) {
    Fields fields = call.fields();
    boolean done =
        accounts.change(
            call.actor(),
            fields.text("password", Limits.PASSWORD_LENGTH_MAX),
            fields.newPassword("newPassword"),
            Secrets.hash(Objects.requireNonNull(call.token())),
            call.address());
    return done ? Answer.empty() : Problem.busy(1);
  }

  private Answer wish(Call call) {
    Fields fields = call.fields();
    accounts.wish(
        call.actor(),
        fields.email("email"),
        fields.text("password", Limits.PASSWORD_LENGTH_MAX),
        call.address());
    return Answer.empty();
  }

  private Answer confirm(Call call) {
    accounts.confirmAddress(call.fields().text("token", Limits.TOKEN_LENGTH_MAX), call.address());
    return Answer.empty();
  }
}
