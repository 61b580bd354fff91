package nl.beleidstafel.collab.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.log.Logs;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.testkit.Actors;
import nl.beleidstafel.testkit.Edits;
import nl.beleidstafel.testkit.Seeds;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Rights that are taken, and people who are removed, while they type on two nodes: nothing more of
/// theirs is in the log after the commit. `-Dseeds=5000` is the long run: ten thousand trials.
final class RevocationIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final Actor OTHER = Actors.actor(2);

  private static List<LiveRooms> nodes;

  /// After so many trials others take their place: what is typed in a trial by all would make them
  /// slow, and full in the end.
  private static final int TRIALS_OF_DOCUMENTS = 25;

  private final List<DocumentId> documents = new ArrayList<>();
  private int trials;

  @BeforeAll
  static void start() {
    Logs logs = Logs.postgres(DATABASE.database());
    nodes =
        List.of(
            LiveRooms.start(DATABASE.vertx(), logs, RoomCounters.NONE).await(),
            LiveRooms.start(DATABASE.vertx(), logs, RoomCounters.NONE).await());
  }

  @BeforeEach
  void makeDocuments() {
    documents.clear();
    for (int i = 0; i < 3; i++) {
      DocumentId document = new DocumentId(UUID.randomUUID());
      documents.add(document);
      DATABASE
          .database()
          .transaction(tx ->
              nodes
                  .getFirst()
                  .create(tx, document, Edits.text(1, 0, "seed"))
                  .compose(_ ->
                      nodes
                          .getFirst()
                          .grantAll(
                              tx, List.of(new Grant(document, OTHER.partner(), Level.WRITE)))))
          .await();
    }
  }

  /// How somebody loses what they may.
  @FunctionalInterface
  private interface Loss {
    Future<Void> of(Tx tx, Actor who);
  }

  private void open(Actor who) {
    List<Grant> grants =
        documents.stream().map(each -> new Grant(each, who.partner(), Level.WRITE)).toList();
    DATABASE.database().transaction(tx -> nodes.getFirst().grantAll(tx, grants)).await();
  }

  private Future<Void> close(Tx tx, Actor who, Level level) {
    return nodes
        .getFirst()
        .grantAll(
            tx, documents.stream().map(each -> new Grant(each, who.partner(), level)).toList());
  }

  /// Types on both nodes in all documents, takes the right at a random moment, and gives what was
  /// stored after that: none, if all is well.
  private long storedAfter(SplittableRandom random, Loss loss) {
    if (++trials % TRIALS_OF_DOCUMENTS == 0) {
      makeDocuments();
    }
    Actor who = Actors.actor(random.nextInt(10, Integer.MAX_VALUE));
    open(who);
    List<Attachment> seats = new ArrayList<>();
    for (DocumentId document : documents) {
      for (LiveRooms node : nodes) {
        seats.add(node.attach(document, who, new CountingClient(Integer.MAX_VALUE)).await());
        seats.add(node.attach(document, OTHER, new CountingClient(Integer.MAX_VALUE)).await());
      }
    }
    int count = random.nextInt(4, 30);
    int moment = random.nextInt(count);
    Future<List<Long>> heads = Future.succeededFuture(List.of());
    long client = random.nextInt(10, Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      for (int s = 0; s < seats.size(); s++) {
        seats.get(s).receive(new Message.Update(Edits.text(client + s, i, "w")));
      }
      if (i == moment) {
        heads = DATABASE.database().transaction(tx -> loss.of(tx, who).compose(_ -> heads(tx)));
      }
    }
    List<Long> at = heads.await();
    nodes.forEach(node -> node.flushed().await());
    long after = 0;
    for (int d = 0; d < documents.size(); d++) {
      after += number(documents.get(d), who.member(), at.get(d));
    }
    seats.forEach(Attachment::detach);
    return after;
  }

  /// Where the documents stand when the rights are taken; they are locked, so it stays.
  private Future<List<Long>> heads(Tx tx) {
    UUID[] ids = documents.stream().map(DocumentId::value).toArray(UUID[]::new);
    return tx.query(
            "SELECT d.seq FROM unnest($1::uuid[]) WITH ORDINALITY AS w (id, ordinal)"
                + " JOIN document d ON d.id = w.id ORDER BY w.ordinal",
            Tuple.of((Object) ids))
        .map(rows -> {
          List<Long> heads = new ArrayList<>();
          rows.forEach(row -> heads.add(row.getLong(0)));
          return heads;
        });
  }

  private static long number(DocumentId document, MemberId author, long after) {
    return DATABASE
        .database()
        .query(
            "SELECT count(*) FROM document_update"
                + " WHERE document = $1 AND author = $2 AND seq > $3",
            Tuple.of(document.value(), author.value(), after))
        .await()
        .iterator()
        .next()
        .getLong(0);
  }

  @Test
  void nothingIsStoredAfterTheRightWasTaken_G8() {
    Seeds.each(
        120,
        random ->
            assertEquals(
                0,
                storedAfter(
                    random,
                    (tx, who) -> close(tx, who, random.nextBoolean() ? Level.READ : Level.NONE))));
  }

  @Test
  void nothingIsStoredOfAMemberAfterTheyWereRemoved_G8() {
    Seeds.each(
        120,
        random ->
            assertEquals(
                0, storedAfter(random, (tx, who) -> nodes.getFirst().bar(tx, who.member()))));
  }

  @Test
  void nothingIsStoredOfAnybodyAfterTheTextWasFrozen_L18() {
    Seeds.each(
        60,
        random -> {
          makeDocuments();
          List<Long> ends = new ArrayList<>();
          assertEquals(0, storedAfter(random, (tx, _) -> freeze(tx, ends)));
          for (int d = 0; d < documents.size(); d++) {
            assertEquals(0, number(documents.get(d), OTHER.member(), ends.get(d)));
          }
        });
  }

  private Future<Void> freeze(Tx tx, List<Long> ends) {
    Future<Void> done = Future.succeededFuture();
    // As an append, in the order of their ids.
    for (DocumentId each :
        documents.stream().sorted(Comparator.comparing(id -> id.value().toString())).toList()) {
      done = done.compose(_ -> nodes.getLast().freeze(tx, each, true, Long.MAX_VALUE).mapEmpty());
    }
    return done.compose(_ -> heads(tx)).onSuccess(ends::addAll).mapEmpty();
  }

  /// Looks at rights without waiting for who changes them: what the two statements are there for.
  @Test
  void theCheckFindsAnAppendThatReadsRightsBeforeItWaits_G8() {
    String function =
        DATABASE
            .database()
            .query("SELECT pg_get_functiondef('append_updates'::regproc)")
            .await()
            .iterator()
            .next()
            .getString(0);
    String hasty = function.replaceAll("(?s)PERFORM 1 FROM document d.*?FOR UPDATE;", "");
    assertTrue(hasty.length() < function.length(), "there is a lock to leave out");
    DATABASE.database().pool().query(hasty).execute().await();
    try {
      SplittableRandom random = new SplittableRandom(1);
      long found = 0;
      for (int i = 0; i < 200 && found == 0; i++) {
        found = storedAfter(random, (tx, who) -> close(tx, who, Level.READ));
      }
      assertTrue(found > 0, "200 trials found nothing");
    } finally {
      DATABASE.database().pool().query(function).execute().await();
    }
  }
}
