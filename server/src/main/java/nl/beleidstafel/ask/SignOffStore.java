package nl.beleidstafel.ask;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Tx;

/// Sign-offs and what became of them.
interface SignOffStore {
  /// Those of a section, newest first.
  Future<List<SignOff>> of(SectionId section);

  /// The section that a sign-off is about.
  Future<Optional<SectionId>> sectionOf(UUID signOff);

  /// A sign-off as the transaction finds it, held against other changes.
  Future<Optional<SignOff>> lock(Tx tx, UUID signOff);

  /// Where a sign-off belongs.
  record Whose(MunicipalityId municipality, PlanId plan) {}

  /// Empty where who signed is no more there.
  Future<Optional<Whose>> whose(Tx tx, SignOff signOff);

  Future<Long> count(Tx tx, SectionId section);

  /// Puts the one of the partner that stands, if one does, in the past.
  Future<Void> replace(Tx tx, SectionId section, PartnerId partner, long nowMs);

  Future<Void> insert(Tx tx, SignOff signOff);

  Future<Void> withdraw(Tx tx, UUID signOff, SignOff.Withdrawal withdrawal);

  /// How many stand in each section of a plan.
  Future<Map<SectionId, Long>> standing(PlanId plan);

  /// Whether the partner was ever asked about the section.
  Future<Boolean> asked(SectionId section, PartnerId partner);
}
