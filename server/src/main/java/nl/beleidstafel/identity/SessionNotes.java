package nl.beleidstafel.identity;

import java.util.List;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes who came in, who went, and who was kept out. Nobody waits for it, so that an answer's time
/// tells nothing of whether an account exists.
final class SessionNotes {
  private static final Logger LOG = LoggerFactory.getLogger(SessionNotes.class);

  private final Audit audit;
  private final IdentityStore store;

  SessionNotes(Audit audit, IdentityStore store) {
    this.audit = audit;
    this.store = store;
  }

  void opened(MemberId member, String origin) {
    note(member, "session.open", true, origin);
  }

  /// Somebody showed a wrong password for these accounts; none where nobody has the address.
  void refused(List<MemberId> accounts, String origin) {
    if (accounts.isEmpty()) {
      keep(deed(null, null, "session.open", "", false, origin));
    }
    accounts.forEach(member -> note(member, "session.open", false, origin));
  }

  void closed(Actor actor, String origin) {
    keep(Deed.done(actor, "session.close", "member", actor.member(), origin));
  }

  /// Who was kept out is not the actor: it may have been anybody.
  private void note(MemberId member, String action, boolean done, String origin) {
    store
        .profile(member)
        .onSuccess(profile ->
            profile.ifPresent(found ->
                keep(
                    deed(
                        found.actor().municipality(),
                        done ? member : null,
                        action,
                        member.toString(),
                        done,
                        origin))))
        .onFailure(SessionNotes::failed);
  }

  private static Deed deed(
      @Nullable MunicipalityId municipality,
      @Nullable MemberId actor,
      String action,
      String object,
      boolean done,
      String origin) {
    Deed.Result result = done ? Deed.Result.DONE : Deed.Result.REFUSED;
    return new Deed(municipality, actor, action, "member", object, result, origin);
  }

  private void keep(Deed deed) {
    audit.note(deed).onFailure(SessionNotes::failed);
  }

  private static void failed(Throwable failure) {
    LOG.warn("A sign-in was not noted: {}", failure.getMessage());
  }
}
