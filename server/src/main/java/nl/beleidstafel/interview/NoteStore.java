package nl.beleidstafel.interview;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.talks.Added;
import nl.beleidstafel.talks.Note;
import nl.beleidstafel.talks.TopicList;

/// Notes as rows. Any thread; nothing waits.
interface NoteStore {
  /// An interview whose rows are behind its document.
  ///
  /// @param seq the last of its document
  record Behind(InterviewId interview, PlanId plan, DocumentId document, long seq) {}

  /// What a document says of itself.
  record Read(List<Note> notes, List<Added> added) {
    public Read {
      notes = List.copyOf(notes);
      added = List.copyOf(added);
    }
  }

  /// What became of the rows.
  ///
  /// @param changed whether there is anything else to see
  /// @param gone notes that were there and are no more
  record Outcome(boolean changed, Set<UUID> gone) {
    public Outcome {
      gone = Set.copyOf(gone);
    }
  }

  /// The interview of a document, where its rows are behind.
  Future<Optional<Behind>> behind(DocumentId document);

  /// The interviews of a plan whose rows are behind.
  Future<List<Behind>> behind(PlanId plan);

  /// Writes what was read of a document up to a seq, unless something newer is there, or the
  /// document is not.
  Future<Outcome> write(Tx tx, Behind behind, Read read);

  /// Who may open it.
  Future<Set<MemberId>> openTo(InterviewId interview);

  Future<List<Note>> notes(Set<InterviewId> interviews);

  /// Those of a plan that are there.
  Future<List<Note>> notes(PlanId plan, Set<UUID> ids);

  Future<List<Added>> added(Set<InterviewId> interviews);

  /// An interview with the list that it keeps.
  record Kept(InterviewId interview, TopicList topics) {}

  /// In the order of their talks.
  Future<List<Kept>> lists(Set<InterviewId> interviews);
}
