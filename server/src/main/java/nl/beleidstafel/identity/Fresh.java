package nl.beleidstafel.identity;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Endpoint;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Text;

/// Keeps from a session that somebody left open, or got from a link, what would let its finder
/// stay: changing how one signs in.
final class Fresh {
  private static final Problem SIGN_IN_AGAIN =
      new Problem(
          403,
          "sign-in-again",
          new Text("Log eerst opnieuw in", "Sign in again first"),
          new Text(
              "U bent al een tijd ingelogd. Log opnieuw in om te wijzigen hoe u inlogt.",
              "You signed in some time ago. Sign in again to change how you sign in."));

  private final Sessions sessions;

  Fresh(Sessions sessions) {
    this.sessions = sessions;
  }

  /// The endpoint, for fresh sessions only.
  Endpoint only(Endpoint endpoint) {
    return call -> {
      Optional<Problem> refusal = refusal(call);
      return refusal.isPresent() ? refusal.get() : endpoint.answer(call);
    };
  }

  /// Why the session may not change how one signs in, if it may not. Virtual thread: waits.
  Optional<Problem> refusal(Call call) {
    return sessions
        .session(Objects.requireNonNull(call.token()))
        .await()
        .map(session -> {
          if (session.kind() == SessionKind.LINK) {
            return Optional.of(Problem.accountRequired());
          }
          return sessions.isFresh(session) ? Optional.<Problem>empty() : Optional.of(SIGN_IN_AGAIN);
        })
        .orElse(Optional.of(Problem.sessionRequired()));
  }

  /// By which the database knows the session that calls.
  static Bytes tokenHash(Call call) {
    return Secrets.hash(Objects.requireNonNull(call.token()));
  }

  /// The id in the path; empty where it is none, which nothing has then.
  static Optional<UUID> id(Call call) {
    String text = call.path("id");
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
