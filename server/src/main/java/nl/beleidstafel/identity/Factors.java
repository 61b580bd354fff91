package nl.beleidstafel.identity;

import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.identity.FactorStore.AppSecret;

/// The codes of an app, and recovery codes: setting up, and checking one. Virtual threads: waits.
final class Factors {
  /// What became of a code.
  sealed interface Check {
    record Right() implements Check {}

    record Wrong() implements Check {}

    /// Too many failures.
    ///
    /// @param waitMs until the next try
    record Slowed(long waitMs) implements Check {}
  }

  /// A secret for an app.
  ///
  /// @param uri the same in the form that a QR code holds
  record Begun(String secret, String uri) {}

  /// How the first code went.
  ///
  /// @param recoveryCodes to be shown once, where there were none before
  record Confirmation(Check check, List<String> recoveryCodes) {}

  private static final String ISSUER = "Beleidstafel";

  private final FactorStore store;
  private final Sealing sealing;
  private final Secrets secrets;
  private final SignInLimiter limiter;
  private final Clock clock;

  Factors(FactorStore store, Sealing sealing, Secrets secrets, SignInLimiter limiter, Clock clock) {
    this.store = store;
    this.sealing = sealing;
    this.secrets = secrets;
    this.limiter = limiter;
    this.clock = clock;
  }

  /// Checks a code of the member's app or a recovery code; each is taken once.
  ///
  /// @param address where the request came from
  Check check(MunicipalityId municipality, MemberId member, String typed, String address) {
    return guarded(member, address, () -> isGood(municipality, member, typed, address).await());
  }

  @FunctionalInterface
  private interface Try {
    boolean succeeds();
  }

  /// Counts the try before it is made, so that many at once gain nothing.
  private Check guarded(MemberId member, String address, Try attempt) {
    String account = member.toString();
    long waitMs = limiter.waitMs(account, address);
    if (waitMs > 0) {
      return new Check.Slowed(waitMs);
    }
    limiter.failed(account, address);
    if (attempt.succeeds()) {
      limiter.forgive(account, address);
      return new Check.Right();
    }
    return new Check.Wrong();
  }

  private Future<Boolean> isGood(
      MunicipalityId municipality, MemberId member, String typed, String address) {
    String code = typed.replaceAll("[\\s-]", "");
    if (!isAppCode(code)) {
      Deed deed =
          new Deed(
              municipality,
              member,
              "recovery-code.use",
              "member",
              member.toString(),
              Deed.Result.DONE,
              address);
      return store.useRecoveryCode(deed, member, RecoveryCodes.hash(code));
    }
    return store
        .appSecret(member)
        .compose(found ->
            found
                .filter(AppSecret::confirmed)
                .map(secret -> isGood(member, secret, code))
                .orElse(Future.succeededFuture(false)));
  }

  private static boolean isAppCode(String code) {
    return code.length() == Totp.DIGITS && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Future<Boolean> isGood(MemberId member, AppSecret kept, String code) {
    Optional<Bytes> secret = sealing.open(kept.sealed(), owner(member));
    OptionalLong step =
        secret.map(each -> Totp.stepOf(each, code, clock.nowMs())).orElse(OptionalLong.empty());
    if (step.isEmpty() || step.getAsLong() <= kept.lastStep()) {
      return Future.succeededFuture(false);
    }
    Future<Void> renewed =
        sealing.isOld(kept.sealed())
            ? store.reseal(member, kept.sealed(), sealing.seal(secret.orElseThrow(), owner(member)))
            : Future.succeededFuture();
    return renewed.compose(_ -> store.take(member, step.getAsLong()));
  }

  /// Makes a secret for the member's app; empty where one is set up already.
  Optional<Begun> begin(Actor actor, String email) {
    Bytes secret = Bytes.wrap(secrets.bytes(Totp.SECRET_BYTES));
    boolean kept = store.begin(actor.member(), sealing.seal(secret, owner(actor.member()))).await();
    String text = Totp.text(secret);
    String label = encoded(ISSUER) + ":" + encoded(email);
    String uri = "otpauth://totp/" + label + "?secret=" + text + "&issuer=" + encoded(ISSUER);
    return kept ? Optional.of(new Begun(text, uri)) : Optional.empty();
  }

  /// The first code of the app makes it a factor.
  Confirmation confirm(Actor actor, String typed, String address) {
    List<String> codes = RecoveryCodes.make(secrets);
    AtomicReference<List<String>> shown = new AtomicReference<>(List.of());
    Check check =
        guarded(
            actor.member(),
            address,
            () -> {
              Optional<Boolean> kept = confirmed(actor, typed, address, codes);
              kept.filter(fresh -> fresh).ifPresent(_ -> shown.set(codes));
              return kept.isPresent();
            });
    return new Confirmation(check, shown.get());
  }

  private Optional<Boolean> confirmed(
      Actor actor, String typed, String address, List<String> codes) {
    Optional<AppSecret> kept = store.appSecret(actor.member()).await();
    String code = typed.replaceAll("[\\s-]", "");
    OptionalLong step =
        kept.filter(secret -> !secret.confirmed() && isAppCode(code))
            .flatMap(secret -> sealing.open(secret.sealed(), owner(actor.member())))
            .map(secret -> Totp.stepOf(secret, code, clock.nowMs()))
            .orElse(OptionalLong.empty());
    return step.isEmpty()
        ? Optional.empty()
        : store
            .confirm(
                Deed.done(actor, "factor.set-up", "member", actor.member(), address),
                actor.member(),
                step.getAsLong(),
                codes.stream().map(RecoveryCodes::hash).toList())
            .await();
  }

  /// A new set of recovery codes in the place of the old.
  List<String> renewCodes(Actor actor, String address) {
    List<String> codes = RecoveryCodes.make(secrets);
    store
        .replaceRecoveryCodes(
            Deed.done(actor, "recovery-codes.renew", "member", actor.member(), address),
            actor.member(),
            codes.stream().map(RecoveryCodes::hash).toList())
        .await();
    return codes;
  }

  private static String owner(MemberId member) {
    return "totp " + member;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
