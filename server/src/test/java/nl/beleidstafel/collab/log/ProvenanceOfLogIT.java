package nl.beleidstafel.collab.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.doc.Provenance;
import nl.beleidstafel.crdt.doc.Provenance.Run;
import nl.beleidstafel.testkit.Actors;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who wrote and who deleted what, from rows that PostgreSQL kept.
final class ProvenanceOfLogIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final Actor ANN = Actors.actor(1);
  private static final Actor BEN = Actors.actor(2);
  private static final UUID CHIEF = new UUID(7, 7);

  private final UpdateLog log = Logs.postgres(DATABASE.database()).updates();
  private final DocumentId document = new DocumentId(UUID.randomUUID());
  private final Doc ann = new Doc(11);
  private final Doc ben = new Doc(12);

  /// What a row says of its update.
  private record Origin(
      long seq,
      @Nullable UUID member,
      @Nullable UUID partner,
      @Nullable UUID onBehalfOf,
      OffsetDateTime at) {}

  @Test
  void everyRunHasMemberPartnerAndTimeAndTheDocumentOfAnySeqIsThere() {
    Doc server = new Doc(1);
    Bytes seed = server.transact(_ -> server.text("t").insert(0, "Wij doen veel."));
    DATABASE
        .database()
        .transaction(tx ->
            log.create(tx, document, seed)
                .compose(_ -> log.grant(tx, document, ANN.partner(), Level.WRITE))
                .compose(_ -> log.grant(tx, document, BEN.partner(), Level.WRITE)))
        .await();
    ann.apply(seed);
    ben.apply(seed);
    append(ANN, ann.transact(_ -> ann.text("t").delete(9, 4)));
    append(BEN, ben.transact(_ -> ben.text("t").insert(13, " samen")));
    actedFor(3, CHIEF);

    Provenance<Origin> provenance = new Provenance<>();
    List<Origin> origins = readInto(provenance);
    assertEquals(List.of(1L, 2L, 3L), origins.stream().map(Origin::seq).toList());
    assertEquals(ANN.member().value(), origins.get(1).member());
    assertEquals(ANN.partner().value(), origins.get(1).partner());
    assertEquals(BEN.partner().value(), origins.get(2).partner());
    assertEquals(CHIEF, origins.get(2).onBehalfOf());
    assertFalse(origins.get(2).at().isBefore(origins.get(1).at()));

    Doc now = provenance.documentAt(3);
    assertEquals(
        List.of(
            new Run<>("Wij doen ", origins.get(0), null, false),
            new Run<>("veel", origins.get(0), origins.get(1), true),
            new Run<>(" samen", origins.get(2), null, false),
            new Run<>(".", origins.get(0), null, false)),
        provenance.runs(now.text("t").branch()));
    assertEquals("Wij doen veel.", provenance.documentAt(1).text("t").text());
    assertEquals("Wij doen .", provenance.documentAt(2).text("t").text());
    assertEquals("Wij doen  samen.", now.text("t").text());
  }

  private void append(Actor author, Bytes update) {
    assertEquals(
        1, log.append(List.of(new UpdateLog.Addition(document, author, update))).await().size());
  }

  /// The schema has a place for it; no feature writes there so far.
  private void actedFor(long seq, UUID member) {
    DATABASE
        .database()
        .query(
            "update document_update set on_behalf_of = $3 where document = $1 and seq = $2",
            Tuple.of(document.value(), seq, member))
        .await();
  }

  private List<Origin> readInto(Provenance<Origin> provenance) {
    List<Origin> origins = new ArrayList<>();
    String sql =
        "select seq, author, organisation, on_behalf_of, at, bytes from document_update"
            + " where document = $1 order by seq";
    for (Row row : DATABASE.database().query(sql, Tuple.of(document.value())).await()) {
      Origin origin =
          new Origin(
              row.getLong("seq"),
              row.getUUID("author"),
              row.getUUID("organisation"),
              row.getUUID("on_behalf_of"),
              row.getOffsetDateTime("at"));
      origins.add(origin);
      provenance.add(origin, Bytes.wrap(row.getBuffer("bytes").getBytes()));
    }
    return origins;
  }
}
