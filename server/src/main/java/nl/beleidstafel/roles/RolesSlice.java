package nl.beleidstafel.roles;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.rights.Outlines;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.rights.Rights;

/// Roles and rights, wired.
public final class RolesSlice {
  private final Rights rights;
  private final Membership membership;
  private final Routes routes;

  /// What an operator wrote of roles.
  ///
  /// @param directory the configuration folder
  /// @param kinds labels of the kinds of partners, by id
  /// @param keys of the sections of each model plan, by its id
  public record Written(Path directory, Map<String, String> kinds, Map<String, Set<String>> keys) {}

  /// Reads what is written and builds everything; touches no database.
  ///
  /// Throws `MistakesException` with every mistake found in what is written.
  public RolesSlice(
      Database database,
      Collab collab,
      Channels channels,
      Audit audit,
      Outlines outlines,
      Partners partners,
      Written written) {
    RolesConfig config = RolesConfig.load(written.directory(), written.kinds(), written.keys());
    RolesStore store = new PgRolesStore(database);
    Opening opening = new Opening(store, collab, channels, config.meanings());
    rights = new RolesRights(store, partners, collab, opening, config);
    membership = new Membership(database, store, outlines, partners, collab, opening, config);
    Roles roles = new Roles(database, store, outlines, partners, opening, audit, config);
    Overview overview = new Overview(store, outlines, partners, collab, config.meanings());
    routes = new RolesRoutes(roles, overview, config).routes().describedIn("roles");
  }

  /// Call once at start, before anybody comes: what a role means may have changed.
  public Future<Void> start() {
    return membership.reconcile();
  }

  public Routes routes() {
    return routes;
  }

  public Rights rights() {
    return rights;
  }

  /// A partner takes part from now on, in the caller's transaction. The documents whose rights
  /// changed; after the commit {@link Collab#accessChanged} is theirs.
  public Future<List<DocumentId>> joined(
      Tx tx, MunicipalityId municipality, PartnerId partner, String kind) {
    return membership.joined(tx, municipality, partner, kind);
  }

  /// A partner takes no part any more, likewise.
  public Future<List<DocumentId>> left(Tx tx, MunicipalityId municipality, PartnerId partner) {
    return membership.left(tx, municipality, partner);
  }
}
