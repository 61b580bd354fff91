package nl.beleidstafel.partners;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.SessionCookie;
import nl.beleidstafel.mail.Outbox;

/// Municipalities, partners and their people, wired.
public final class PartnersSlice {
  private final Members members;
  private final PersonalLinks links;
  private final Routes routes;

  /// Builds everything; touches the database only when asked.
  ///
  /// @param kinds partner kinds by id, each with its label, in their order
  /// @param withDemonstration demonstration mode is on; otherwise its people do not exist
  public PartnersSlice(
      Database database,
      Entrance entrance,
      Neighbours neighbours,
      Audit audit,
      Outbox outbox,
      Clock clock,
      HttpSettings settings,
      Map<String, String> kinds,
      boolean withDemonstration) {
    Parts parts =
        new Parts(
            database,
            new PgPartnerStore(database, withDemonstration),
            new PgMemberStore(database),
            new PgInvitationStore(database, withDemonstration),
            entrance,
            neighbours,
            audit,
            outbox,
            new Pace(clock),
            clock,
            settings,
            kinds);
    SessionCookie cookie = new SessionCookie(settings);
    members = new Members(parts);
    links = new PersonalLinks(parts, members);
    Invitations invitations = new Invitations(parts, members);
    routes =
        new PartnerRoutes(new Partners(parts, members, invitations), kinds)
            .routes()
            .addAll(new MemberRoutes(members, cookie).routes())
            .addAll(new InvitationRoutes(invitations, links, cookie, clock).routes())
            .addAll(
                new MunicipalityRoutes(new Municipalities(parts, members, invitations), clock)
                    .routes())
            .describedIn("partners");
  }

  public Routes routes() {
    return routes;
  }

  /// What ids of a municipality are called: its people, its partners, itself.
  public Future<Map<UUID, String>> names(MunicipalityId municipality, Set<UUID> ids) {
    return members.names(municipality, ids);
  }

  /// A personal link for a mail that leads to a path in the app; empty for who is not to have one.
  public Future<Optional<String>> link(
      Tx tx, MunicipalityId municipality, MemberId member, String path) {
    return links.link(tx, municipality, member, path);
  }
}
