package nl.beleidstafel.fillin;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// Rows that follow documents, and owners. Any thread; nothing waits.
interface FillInStore {
  /// A section whose rows are behind its text.
  ///
  /// @param seq the last of its document
  /// @param readSeq up to which its rows are; 0 where there are none
  record Behind(SectionId section, PlanId plan, DocumentId document, long seq, long readSeq) {}

  /// The section of a document, where its rows are behind.
  Future<Optional<Behind>> behind(DocumentId document);

  /// The section, where its rows are behind.
  Future<Optional<Behind>> behind(SectionId section);

  /// The sections of a plan whose rows are behind.
  Future<List<Behind>> behind(PlanId plan);

  /// Writes what was found in a text up to a seq, unless something newer is there.
  ///
  /// @param decided who decided on an example, for those that were decided since
  /// @return whether anything that people see of it changed
  Future<Boolean> write(
      Tx tx, SectionId section, long seq, Found found, Map<String, Decided> decided);

  /// @param by null where the server wrote it
  record Decided(@Nullable MemberId by, long atMs) {}

  /// In the order of the text; resolved ones last.
  Future<List<FillIn>> ofSection(SectionId section);

  /// In the order of each text; those of switched-off sections too.
  Future<List<FillIn>> ofPlan(PlanId plan);

  Future<List<FillIn.Example>> examples(SectionId section);

  Future<Map<SectionId, FillIn.Count>> count(PlanId plan);

  /// Sets who fills it in; gives the row's id.
  Future<UUID> own(
      Tx tx, SectionId section, String fillIn, FillIn.Owner owner, MemberId by, long nowMs);

  /// Nobody is asked any more; gives the id of the row that was there.
  Future<Optional<UUID>> disown(Tx tx, SectionId section, String fillIn);

  /// What a row of an owner is about; empty where there is none any more, or the section is off.
  Future<Optional<Due>> due(UUID owner);

  /// A fill-in with whom it was asked of, and by whom.
  record Due(
      MunicipalityId municipality,
      PlanId plan,
      SectionId section,
      DocumentId document,
      String fillIn,
      FillIn.Owner owner,
      MemberId askedBy) {}
}
