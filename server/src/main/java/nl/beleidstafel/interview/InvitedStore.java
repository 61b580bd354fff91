package nl.beleidstafel.interview;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.interview.CalendarFile.Party;
import nl.beleidstafel.interview.Interview.Respondent;
import org.jspecify.annotations.Nullable;

/// Who has interviews in their calendar.
interface InvitedStore {
  /// What calendars know of an interview.
  ///
  /// @param organiser null while nobody was invited
  /// @param members those who were invited
  /// @param respondent whether the respondent was, too
  record Invited(
      int edition, @Nullable MemberId organiser, Set<MemberId> members, boolean respondent) {
    public Invited {
      members = Set.copyOf(members);
    }

    boolean anybody() {
      return respondent || !members.isEmpty();
    }
  }

  Future<Invited> invited(InterviewId interview);

  Future<Invited> invited(Tx tx, InterviewId interview);

  /// Another edition, by this organiser.
  Future<Void> edition(Tx tx, InterviewId interview, int edition, MemberId organiser);

  /// @param member null for the respondent
  Future<Void> add(Tx tx, InterviewId interview, @Nullable MemberId member, long nowMs);

  /// @param member null for the respondent
  Future<Void> remove(Tx tx, InterviewId interview, @Nullable MemberId member);

  /// Where members who are still there are reached.
  Future<Map<MemberId, Party>> addresses(Tx tx, Set<MemberId> members);

  /// As the transaction finds them.
  Future<Respondent> respondent(Tx tx, InterviewId interview);

  /// What a municipality is called.
  Future<Optional<String>> town(Tx tx, MunicipalityId municipality);
}
