package nl.beleidstafel.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.identity.IdentityStore.Founding;
import nl.beleidstafel.identity.IdentityStore.NewMember;
import nl.beleidstafel.identity.IdentityStore.NewPartner;

/// The invented municipality that the product shows itself with. Everybody in it is made up.
final class Demonstration {
  private static final String PASSWORD = "demo-demo-demo";

  /// An account that everybody may use.
  record Account(String email, String password, String partner) {}

  private record Guest(String kind, String partner, String badge, String name, String email) {}

  private static final List<Guest> GUESTS =
      List.of(
          new Guest("municipality", "Gemeente Demostad", "GD", "Noor Hendriksen", "regie"),
          new Guest("public-health", "GGD Demoland", "GG", "Bram Oosterveld", "ggd"),
          new Guest("police", "Politie Demostad", "PO", "Yasmina El Idrissi", "politie"),
          new Guest("schools", "Scholengroep De Demo", "SC", "Marleen Vossenberg", "school"),
          new Guest(
              "addiction-prevention",
              "De Brug Verslavingszorg",
              "VZ",
              "Thomas Kuijpers-Lont",
              "verslavingszorg"),
          new Guest(
              "youth-work", "Jongerenwerk Demostad", "JW", "Dewi Sastradipura", "jongerenwerk"));

  private final IdentityStore store;
  private final Passwords passwords;
  private final Clock clock;

  Demonstration(IdentityStore store, Passwords passwords, Clock clock) {
    this.store = store;
    this.passwords = passwords;
    this.clock = clock;
  }

  /// The accounts, the coordinator's first.
  static List<Account> accounts() {
    return GUESTS.stream()
        .map(guest -> new Account(address(guest), PASSWORD, guest.partner()))
        .toList();
  }

  private static String address(Guest guest) {
    return guest.email() + "@demo.test";
  }

  /// Makes it unless it is there.
  Future<Void> found() {
    return store
        .demonstrationCoordinator()
        .compose(known ->
            known.isPresent()
                ? Future.succeededFuture()
                : passwords
                    .hash(PASSWORD)
                    .compose(hash ->
                        store.foundDemonstration(founding(hash.orElseThrow()), clock.nowMs())));
  }

  private static Founding founding(String passwordHash) {
    List<NewPartner> partners = GUESTS.stream().map(guest -> partner(guest, passwordHash)).toList();
    return new Founding(new MunicipalityId(UUID.randomUUID()), "Demostad", true, partners);
  }

  private static NewPartner partner(Guest guest, String passwordHash) {
    Email email = Email.parse(address(guest)).orElseThrow();
    return new NewPartner(
        new PartnerId(UUID.randomUUID()),
        guest.kind(),
        guest.partner(),
        guest.badge(),
        GUESTS.indexOf(guest),
        List.of(
            new NewMember(
                new MemberId(UUID.randomUUID()),
                guest.name(),
                email,
                passwordHash,
                guest.kind().equals("municipality"))));
  }
}
