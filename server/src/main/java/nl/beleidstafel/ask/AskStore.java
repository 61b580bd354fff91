package nl.beleidstafel.ask;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.ask.Ask.Given;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// Asks with their questions and answers.
interface AskStore {
  /// Those of a plan, newest first.
  Future<List<Ask>> of(PlanId plan);

  /// Those that a partner is asked, open ones first, then by date.
  Future<List<Ask>> of(MunicipalityId municipality, PartnerId partner);

  Future<Optional<Ask>> find(MunicipalityId municipality, UUID ask);

  /// An ask as the transaction finds it, held against other changes.
  Future<Optional<Ask>> lock(Tx tx, UUID ask);

  /// The municipality that an ask is made in.
  Future<MunicipalityId> municipality(Tx tx, Ask ask);

  Future<Long> count(Tx tx, PlanId plan);

  /// Keeps an ask with its questions.
  Future<Void> insert(Tx tx, Ask ask);

  /// @param closedAtMs null to take answers again
  Future<Void> change(Tx tx, UUID ask, LocalDate due, @Nullable Long closedAtMs);

  Future<Void> reminded(Tx tx, UUID ask, long nowMs);

  Future<Void> answer(Tx tx, UUID question, Given answer);

  /// By section, how often each verdict was given; unanswered questions of open asks are `waiting`.
  Future<Map<SectionId, Map<String, Long>>> counts(PlanId plan);
}
