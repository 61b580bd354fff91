package nl.beleidstafel.collab.log;

import nl.beleidstafel.db.Database;

/// Both halves of what is kept of documents, together.
public record Logs(UpdateLog updates, Snapshots snapshots) {
  public static Logs postgres(Database database) {
    return new Logs(new PgUpdateLog(database), new PgSnapshots(database));
  }
}
