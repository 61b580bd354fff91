package nl.beleidstafel.interview;

import io.vertx.core.Vertx;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.MemberChannels;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.Notes;
import nl.beleidstafel.talks.Withdrawals;

/// What was written down in interviews and may leave them, wired.
public final class NoteSlice {
  private final NoteProjector projector;
  private final Notes notes;

  /// Builds everything; touches no database.
  ///
  /// @param withdrawals hears of notes that are gone
  public NoteSlice(
      Vertx vertx,
      Database database,
      Collab collab,
      MemberChannels channels,
      Interviews interviews,
      Withdrawals withdrawals) {
    NoteStore store = new PgNoteStore(database);
    projector = new NoteProjector(vertx, database, store, collab, withdrawals, channels);
    notes = new LiveNotes(store, projector, interviews);
  }

  /// Follows what is written from now on.
  public void start() {
    projector.start();
  }

  public Notes notes() {
    return notes;
  }
}
