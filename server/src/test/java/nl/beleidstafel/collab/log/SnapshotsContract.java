package nl.beleidstafel.collab.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.collab.log.Snapshots.Snapshot;
import nl.beleidstafel.testkit.Edits;
import org.junit.jupiter.api.Test;

/// What every place for snapshots does.
abstract class SnapshotsContract {
  static final Bytes STATE = Edits.text(1, 0, "state");
  static final Bytes LATER = Edits.text(1, 0, "later state");

  abstract Snapshots snapshots();

  /// A document that exists.
  abstract DocumentId document();

  abstract UUID generation(DocumentId document);

  abstract <T> T get(Future<T> future);

  @Test
  void theNewestIsKept_S1() {
    DocumentId document = document();
    UUID generation = generation(document);
    assertEquals(Optional.empty(), get(snapshots().latest(document, generation)));
    get(snapshots().save(document, generation, new Snapshot(5, STATE)));
    assertEquals(
        Optional.of(new Snapshot(5, STATE)), get(snapshots().latest(document, generation)));
    get(snapshots().save(document, generation, new Snapshot(9, LATER)));
    assertEquals(
        Optional.of(new Snapshot(9, LATER)), get(snapshots().latest(document, generation)));
  }

  @Test
  void aLateOneDoesNotReplaceANewerOne_S2() {
    DocumentId document = document();
    UUID generation = generation(document);
    get(snapshots().save(document, generation, new Snapshot(9, LATER)));
    get(snapshots().save(document, generation, new Snapshot(5, STATE)));
    assertEquals(
        Optional.of(new Snapshot(9, LATER)), get(snapshots().latest(document, generation)));
  }

  @Test
  void anotherGenerationsStateIsNeitherKeptNorGiven_S3() {
    DocumentId document = document();
    UUID generation = generation(document);
    UUID other = UUID.randomUUID();
    get(snapshots().save(document, other, new Snapshot(5, STATE)));
    assertEquals(Optional.empty(), get(snapshots().latest(document, generation)));
    get(snapshots().save(document, generation, new Snapshot(5, STATE)));
    assertEquals(Optional.empty(), get(snapshots().latest(document, other)));
  }
}
