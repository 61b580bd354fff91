package nl.beleidstafel.interview;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.interview.Interview.Respondent;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.TopicList;

/// Interviews, and who is in the core teams. Asks for nobody's rights.
interface InterviewStore {
  /// All of a plan of this municipality, by time; those without one come last.
  Future<List<Interview>> of(MunicipalityId municipality, PlanId plan);

  /// As above, as the transaction that locked the plan finds them.
  Future<List<Interview>> of(Tx tx, MunicipalityId municipality, PlanId plan);

  Future<Optional<Interview>> find(MunicipalityId municipality, InterviewId interview);

  /// All of a plan, without what is planned.
  Future<Set<Interviews.Header>> headers(PlanId plan);

  /// As the transaction finds it, held against other changes.
  Future<Optional<Interview>> lock(Tx tx, InterviewId interview);

  /// What it is led along.
  Future<TopicList> topics(InterviewId interview);

  Future<Void> insert(Tx tx, Interview interview, TopicList topics);

  /// Keeps all of it but its topics, with a version that is one higher.
  Future<Void> change(Tx tx, Interview interview);

  /// Leads it along another list; {@link #change} keeps which.
  Future<Void> topics(Tx tx, InterviewId interview, TopicList topics);

  Future<Respondent> respondent(InterviewId interview);

  /// Drops what members are told of interviews of the plan that they may not open any more.
  Future<Void> untell(Tx tx, PlanId plan);

  /// Keeps a person, or nobody any more.
  Future<Void> respondent(Tx tx, InterviewId interview, Respondent respondent);

  /// Those in the core team of a plan who are still there.
  Future<Set<MemberId>> core(PlanId plan);

  /// As above, as the transaction that locked the plan finds them.
  Future<Set<MemberId>> core(Tx tx, PlanId plan);

  /// Whether that changed anything.
  Future<Boolean> join(Tx tx, PlanId plan, MemberId member, MemberId by);

  /// Whether that changed anything.
  Future<Boolean> leave(Tx tx, PlanId plan, MemberId member);
}
