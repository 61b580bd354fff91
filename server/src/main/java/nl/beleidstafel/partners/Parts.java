package nl.beleidstafel.partners;

import java.util.Map;
import java.util.function.Function;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.mail.Outbox;

/// What the pieces of this feature work with.
///
/// @param kinds partner kinds by id, each with its label, in their order
record Parts(
    Database database,
    PartnerStore partners,
    MemberStore members,
    InvitationStore invitations,
    Entrance entrance,
    Neighbours neighbours,
    Audit audit,
    Outbox outbox,
    Pace pace,
    Clock clock,
    HttpSettings settings,
    Map<String, String> kinds) {
  /// Does something in one transaction. That somebody may not is noted by itself, after what they
  /// tried was rolled back.
  <T> T deed(
      Actor actor, String action, String kind, Object object, String origin, Function<Tx, T> work) {
    try {
      return database.inTransaction(work);
    } catch (RefusedException refused) {
      if (refused.problem().status() == 403) {
        audit.note(Deed.refused(actor, action, kind, object, origin)).await();
      }
      throw refused;
    }
  }
}
