package nl.beleidstafel.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.webauthn4j.Attestation;
import io.vertx.ext.auth.webauthn4j.Authenticator;
import io.vertx.ext.auth.webauthn4j.CredentialStorage;
import io.vertx.ext.auth.webauthn4j.RelyingParty;
import io.vertx.ext.auth.webauthn4j.ResidentKey;
import io.vertx.ext.auth.webauthn4j.UserVerification;
import io.vertx.ext.auth.webauthn4j.WebAuthn4J;
import io.vertx.ext.auth.webauthn4j.WebAuthn4JCredentials;
import io.vertx.ext.auth.webauthn4j.WebAuthn4JOptions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.identity.FactorStore.Passkey;
import nl.beleidstafel.identity.FactorStore.Pending;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passkeys: credentials that their authenticator finds by itself, and opens for its holder's
/// finger, face or code only; so one is two factors. Virtual threads: waits. Source: WebAuthn Level
/// 3.
///
/// A challenge is in the database until its first answer, so that any node can judge it, once.
final class Passkeys {
  /// A new passkey.
  ///
  /// @param recoveryCodes to be shown once, where there were none before
  record Added(UUID id, List<String> recoveryCodes) {}

  private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
  private static final String SIGN_IN = "passkey-sign-in";
  private static final String NEW = "passkey-new";

  private final FactorStore store;
  private final Secrets secrets;
  private final Clock clock;
  private final String origin;
  private final WebAuthn4J verifier;

  Passkeys(Vertx vertx, FactorStore store, Secrets secrets, Clock clock, HttpSettings settings) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
    origin = settings.link("");
    WebAuthn4JOptions options =
        new WebAuthn4JOptions()
            .setRelyingParty(
                new RelyingParty().setName("Beleidstafel").setId(settings.publicUrl().getHost()))
            .setResidentKey(ResidentKey.REQUIRED)
            .setUserVerification(UserVerification.REQUIRED)
            .setUserPresenceRequired(true)
            .setAttestation(Attestation.NONE)
            .setTimeoutInMilliseconds(Limits.PENDING_MAX_MS);
    verifier = WebAuthn4J.create(vertx, options).credentialStorage(new Known());
  }

  /// What a browser needs to make a passkey for the member.
  JsonObject challengeForNew(Actor actor, String email) {
    MemberId member = actor.member();
    JsonObject user = new JsonObject().put("name", email).put("displayName", actor.name());
    JsonObject options = verifier.createCredentialsOptions(user).await();
    // The same for all passkeys of a member, so that an authenticator keeps one for each.
    options.getJsonObject("user").put("id", handle(member));
    JsonArray known = new JsonArray();
    for (Passkey passkey : store.factors(member).await().passkeys()) {
      known.add(new JsonObject().put("type", "public-key").put("id", passkey.credential()));
    }
    options.put("excludeCredentials", known);
    keep(options, NEW, Optional.of(member));
    return options;
  }

  /// Keeps what the browser made; empty where it is no good answer to what was asked.
  Optional<Added> add(Actor actor, String name, JsonObject credential, String address) {
    MemberId member = actor.member();
    Optional<String> challenge = challenge(credential, NEW, Optional.of(member));
    Optional<JsonObject> made =
        challenge.flatMap(asked -> verified(credential, asked, member.toString()));
    return made.flatMap(fresh -> {
      Passkey passkey =
          new Passkey(
              UUID.randomUUID(),
              member,
              fresh.getString("credID"),
              fresh.getString("publicKey"),
              fresh.getLong("counter"),
              fresh.getString("aaguid", ""),
              name,
              clock.nowMs(),
              0);
      List<String> codes = RecoveryCodes.make(secrets);
      return store
          .add(
              Deed.done(actor, "passkey.add", "passkey", passkey.id(), address),
              passkey,
              codes.stream().map(RecoveryCodes::hash).toList())
          .await()
          .map(kept -> new Added(passkey.id(), kept ? codes : List.of()));
    });
  }

  /// What a browser needs to ask its holder for any passkey of ours.
  JsonObject challengeForSignIn() {
    JsonObject options = verifier.getCredentialsOptions(null).await();
    keep(options, SIGN_IN, Optional.empty());
    return options;
  }

  /// Whose passkey gave this answer; empty where it is no good answer to what was asked.
  Optional<MemberId> signedIn(JsonObject credential) {
    return challenge(credential, SIGN_IN, Optional.empty())
        .flatMap(asked -> verified(credential, asked, null))
        .flatMap(_ -> store.passkey(text(credential, "id")).await())
        .map(Passkey::member)
        .filter(member -> isOf(credential, member));
  }

  /// The authenticator says whose it believes the passkey to be: that must be who we believe.
  private static boolean isOf(JsonObject credential, MemberId member) {
    String claimed = text(response(credential), "userHandle");
    return claimed.isEmpty() || claimed.equals(handle(member));
  }

  private void keep(JsonObject options, String purpose, Optional<MemberId> member) {
    Pending pending = new Pending(purpose, member, Bytes.EMPTY);
    store
        .keep(
            Secrets.hash(options.getString("challenge")),
            pending,
            clock.nowMs() + Limits.PENDING_MAX_MS)
        .await();
  }

  /// The challenge that the answer is for, if we asked it for this purpose, of this member, and had
  /// no answer yet.
  private Optional<String> challenge(
      JsonObject credential, String purpose, Optional<MemberId> member) {
    try {
      byte[] said = Base64.getUrlDecoder().decode(text(response(credential), "clientDataJSON"));
      String challenge = text(new JsonObject(Buffer.buffer(said)), "challenge");
      return store
          .take(Secrets.hash(challenge), purpose)
          .await()
          .filter(pending -> pending.member().equals(member))
          .map(_ -> challenge);
    } catch (IllegalArgumentException | io.vertx.core.json.DecodeException e) {
      return Optional.empty();
    }
  }

  /// @param username null at signing in, where the passkey says who it is
  private Optional<JsonObject> verified(
      JsonObject credential, String challenge, @Nullable String username) {
    boolean isNew = username != null;
    String type = isNew ? "attestationObject" : "authenticatorData";
    if (!response(credential).containsKey(type)) {
      return Optional.empty();
    }
    WebAuthn4JCredentials answer =
        new WebAuthn4JCredentials()
            .setChallenge(challenge)
            .setOrigin(origin)
            .setUsername(username)
            .setWebauthn(credential);
    return verifier
        .authenticate(answer)
        .map(User::principal)
        .map(Optional::of)
        .recover(refusal -> {
          LOG.info("A passkey was refused: {}", refusal.getClass().getSimpleName());
          return Future.succeededFuture(Optional.empty());
        })
        .await();
  }

  private static JsonObject response(JsonObject credential) {
    return credential.getValue("response") instanceof JsonObject found ? found : new JsonObject();
  }

  private static String text(JsonObject json, String name) {
    return json.getValue(name) instanceof String found ? found : "";
  }

  private static String handle(MemberId member) {
    UUID id = member.value();
    Buffer bytes = Buffer.buffer().appendLong(id.getMostSignificantBits());
    bytes.appendLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.getBytes());
  }

  /// What the verifier asks of the store.
  private final class Known implements CredentialStorage {
    @Override
    public Future<List<Authenticator>> find(
        @Nullable String username, @Nullable String credential) {
      return credential == null
          ? Future.succeededFuture(List.of())
          : store
              .passkey(credential)
              .map(found -> found.map(Passkeys::authenticator).stream().toList());
    }

    /// Kept by {@link #add}, with its name and in one transaction with what follows from it.
    @Override
    public Future<Void> storeCredential(Authenticator authenticator) {
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> updateCounter(Authenticator authenticator) {
      return store
          .passkey(authenticator.getCredID())
          .compose(found ->
              found
                  .map(passkey -> store.signed(passkey, authenticator.getCounter()))
                  .orElse(Future.succeededFuture(false)))
          .compose(done ->
              done
                  ? Future.succeededFuture()
                  : Future.failedFuture(new IllegalStateException("a counter did not go up")));
    }
  }

  private static Authenticator authenticator(Passkey passkey) {
    return new Authenticator()
        .setCredID(passkey.credential())
        .setPublicKey(passkey.publicKey())
        .setCounter(passkey.counter())
        .setAaguid(passkey.aaguid());
  }
}
