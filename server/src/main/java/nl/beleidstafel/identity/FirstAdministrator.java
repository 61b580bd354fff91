package nl.beleidstafel.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.identity.IdentityStore.Founding;
import nl.beleidstafel.identity.IdentityStore.NewMember;
import nl.beleidstafel.identity.IdentityStore.NewPartner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the first person gets in where nobody is there yet: whoever can read the log of the start
/// has a link that works once, for a day.
final class FirstAdministrator {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final IdentityStore store;
  private final Secrets secrets;
  private final Clock clock;
  private final HttpSettings settings;

  FirstAdministrator(IdentityStore store, Secrets secrets, Clock clock, HttpSettings settings) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
    this.settings = settings;
  }

  /// Logs a link if there is nobody yet.
  Future<Void> invite() {
    return store
        .hasMembers()
        .compose(has -> has ? Future.succeededFuture() : keep(secrets.token()));
  }

  private Future<Void> keep(String token) {
    return store
        .keepLink(Secrets.hash(token), clock.nowMs() + Limits.ADMINISTRATOR_LINK_MAX_MS)
        .onSuccess(_ ->
            LOG.warn(
                "Nobody can sign in yet. Make the first administrator within 24 hours: {}",
                settings.link("/welkom#token=" + token)));
  }

  /// Makes the first municipality and its administrator. The result says whether that was done: the
  /// link was good and nobody was there.
  Future<Boolean> found(
      String token, String municipality, String name, Email email, String passwordHash) {
    NewMember administrator =
        new NewMember(new MemberId(UUID.randomUUID()), name, email, passwordHash, true);
    NewPartner partner =
        new NewPartner(
            new PartnerId(UUID.randomUUID()),
            "municipality",
            municipality,
            badge(municipality),
            0,
            List.of(administrator));
    Founding founding =
        new Founding(new MunicipalityId(UUID.randomUUID()), municipality, false, List.of(partner));
    return store.found(Secrets.hash(token), founding, clock.nowMs());
  }

  /// The first two letters or digits of a name, as its mark.
  static String badge(String name) {
    String letters =
        name.codePoints()
            .filter(Character::isLetterOrDigit)
            .limit(2)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .toUpperCase(Locale.ROOT);
    return letters.codePointCount(0, letters.length()) == 2 ? letters : "GM";
  }
}
