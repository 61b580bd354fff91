package nl.beleidstafel.collab.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.Written;
import nl.beleidstafel.collab.log.UpdateLog.Addition;
import nl.beleidstafel.collab.log.UpdateLog.Entry;
import nl.beleidstafel.collab.log.UpdateLog.Head;
import nl.beleidstafel.collab.log.UpdateLog.Outcome;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.testkit.Actors;
import nl.beleidstafel.testkit.Edits;
import org.junit.jupiter.api.Test;

/// What every log does, whatever it is made of.
abstract class UpdateLogContract {
  static final Bytes SEED = Edits.text(1, 0, "seed");
  static final Actor ANN = Actors.actor(1);
  static final Actor BEN = Actors.actor(2);

  abstract UpdateLog log();

  abstract <T> T get(Future<T> future);

  abstract <T> Future<T> inTransaction(Function<Tx, Future<T>> work);

  DocumentId created() {
    DocumentId document = new DocumentId(UUID.randomUUID());
    get(inTransaction(tx -> log().create(tx, document, SEED)));
    return document;
  }

  DocumentId openTo(Actor... actors) {
    DocumentId document = created();
    for (Actor actor : actors) {
      grant(document, actor, Level.WRITE);
    }
    return document;
  }

  void grant(DocumentId document, Actor actor, Level level) {
    get(inTransaction(tx -> log().grant(tx, document, actor.partner(), level)));
  }

  static Bytes words(long clock) {
    return Edits.text(7, clock, "w");
  }

  @Test
  void aNewDocumentHoldsItsSeedAsSeqOne_L1() {
    DocumentId document = created();
    Head head = get(log().head(document)).orElseThrow();
    assertEquals(1, head.seq());
    assertEquals(List.of(new Entry(1, SEED, null)), get(log().since(document, 0)));
    DocumentId other = created();
    assertNotEquals(head.generation(), get(log().head(other)).orElseThrow().generation());
  }

  @Test
  void whatDoesNotExistHasNoHeadAndNoLevel_L1() {
    DocumentId none = new DocumentId(UUID.randomUUID());
    assertEquals(Optional.empty(), get(log().head(none)));
    assertEquals(List.of(), get(log().since(none, 0)));
    assertEquals(List.of(Level.NONE), get(log().levels(none, List.of(ANN))));
    assertEquals(
        List.of(new Outcome.Refused(Level.NONE)),
        get(log().append(List.of(new Addition(none, ANN, words(0))))));
  }

  @Test
  void seqRisesByOnePerAdditionInTheOrderGiven_L2() {
    DocumentId first = openTo(ANN, BEN);
    DocumentId second = openTo(ANN);
    List<Outcome> outcomes =
        get(
            log()
                .append(
                    List.of(
                        new Addition(first, ANN, words(0)),
                        new Addition(second, ANN, words(1)),
                        new Addition(first, BEN, words(2)))));
    assertEquals(
        List.of(new Outcome.Stored(2), new Outcome.Stored(2), new Outcome.Stored(3)), outcomes);
    assertEquals(
        List.of(new Entry(2, words(0), ANN.member()), new Entry(3, words(2), BEN.member())),
        get(log().since(first, 1)));
    assertEquals(3, get(log().head(first)).orElseThrow().seq());
    assertEquals(2, get(log().head(second)).orElseThrow().seq());
  }

  @Test
  void oneRefusedRowLeavesTheOthersStoredAndNoGap_L3() {
    DocumentId document = openTo(ANN);
    grant(document, BEN, Level.COMMENT);
    List<Outcome> outcomes =
        get(
            log()
                .append(
                    List.of(
                        new Addition(document, ANN, words(0)),
                        new Addition(document, BEN, words(1)),
                        new Addition(document, ANN, words(2)))));
    assertEquals(
        List.of(new Outcome.Stored(2), new Outcome.Refused(Level.COMMENT), new Outcome.Stored(3)),
        outcomes);
    assertEquals(3, get(log().head(document)).orElseThrow().seq());
  }

  @Test
  void whoLostTheRightIsRefusedFromThenOn_L3() {
    DocumentId document = openTo(ANN);
    grant(document, ANN, Level.NONE);
    assertEquals(
        List.of(new Outcome.Refused(Level.NONE)),
        get(log().append(List.of(new Addition(document, ANN, words(0))))));
    assertEquals(1, get(log().head(document)).orElseThrow().seq());
  }

  @Test
  void theHigherOfMemberAndPartnerCounts_L4() {
    DocumentId document = created();
    Actor colleague = Actors.actor(9, 1);
    grant(document, ANN, Level.READ);
    get(inTransaction(tx -> log().grant(tx, document, ANN.member(), Level.WRITE)));
    get(inTransaction(tx -> log().grant(tx, document, colleague.member(), Level.NONE)));
    assertEquals(
        List.of(Level.WRITE, Level.READ, Level.NONE),
        get(log().levels(document, List.of(ANN, colleague, BEN))));
  }

  @Test
  void grantingAgainReplaces_L4() {
    DocumentId document = openTo(ANN);
    grant(document, ANN, Level.READ);
    assertEquals(List.of(Level.READ), get(log().levels(document, List.of(ANN))));
  }

  @Test
  void rightsOfSeveralDocumentsChangeTogether_L17() {
    DocumentId first = openTo(ANN);
    DocumentId second = openTo(BEN);
    get(
        inTransaction(tx ->
            log()
                .grantAll(
                    tx,
                    List.of(
                        new Grant(first, ANN.partner(), Level.NONE),
                        new Grant(first, BEN.partner(), Level.COMMENT),
                        new Grant(second, BEN.partner(), Level.READ)))));
    assertEquals(List.of(Level.NONE, Level.COMMENT), get(log().levels(first, List.of(ANN, BEN))));
    DocumentId none = new DocumentId(UUID.randomUUID());
    assertEquals(
        List.of(Level.READ, Level.NONE, Level.COMMENT),
        get(log().levels(BEN, List.of(second, none, first))));
    get(inTransaction(tx -> log().grantAll(tx, List.of())));
  }

  @Test
  void theMembersOfADocumentAreReplacedAtOnce_L21() {
    DocumentId first = openTo(ANN);
    DocumentId second = new DocumentId(UUID.randomUUID());
    get(inTransaction(tx -> log().create(tx, second, SEED)));
    Map<DocumentId, Map<MemberId, Level>> before =
        Map.of(
            first, Map.of(BEN.member(), Level.READ),
            second, Map.of(ANN.member(), Level.WRITE, BEN.member(), Level.COMMENT));
    get(inTransaction(tx -> log().grantMembers(tx, before)));
    assertEquals(List.of(Level.WRITE, Level.READ), get(log().levels(first, List.of(ANN, BEN))));
    assertEquals(List.of(Level.WRITE, Level.COMMENT), get(log().levels(second, List.of(ANN, BEN))));
    Map<DocumentId, Map<MemberId, Level>> after =
        Map.of(first, Map.of(), second, Map.of(BEN.member(), Level.WRITE));
    get(inTransaction(tx -> log().grantMembers(tx, after)));
    assertEquals(
        List.of(Level.WRITE, Level.NONE),
        get(log().levels(first, List.of(ANN, BEN))),
        "what the partner may do stays");
    assertEquals(List.of(Level.NONE, Level.WRITE), get(log().levels(second, List.of(ANN, BEN))));
    get(inTransaction(tx -> log().grantMembers(tx, Map.of())));
  }

  @Test
  void ofWhoIsBarredNothingIsStoredAnywhere_L17() {
    Actor removed = Actors.actor(77, 7);
    Actor colleague = Actors.actor(78, 7);
    DocumentId document = openTo(removed);
    get(inTransaction(tx -> log().bar(tx, removed.member())));
    get(inTransaction(tx -> log().bar(tx, removed.member())));
    assertEquals(
        List.of(Level.NONE, Level.WRITE), get(log().levels(document, List.of(removed, colleague))));
    assertEquals(
        List.of(new Outcome.Refused(Level.NONE), new Outcome.Stored(2)),
        get(
            log()
                .append(
                    List.of(
                        new Addition(document, removed, words(0)),
                        new Addition(document, colleague, words(1))))));
  }

  @Test
  void inWhatIsFrozenNothingIsStoredWhoeverSendsIt_L18() {
    DocumentId document = openTo(ANN);
    long head = get(inTransaction(tx -> log().freeze(tx, document, true)));
    assertEquals(1, head);
    grant(document, ANN, Level.WRITE);
    grant(document, BEN, Level.READ);
    get(inTransaction(tx -> log().grant(tx, document, BEN.member(), Level.WRITE)));
    assertEquals(
        List.of(Level.COMMENT, Level.COMMENT), get(log().levels(document, List.of(ANN, BEN))));
    Addition addition = new Addition(document, ANN, words(0));
    assertEquals(List.of(new Outcome.Refused(Level.COMMENT)), get(log().append(List.of(addition))));
    get(inTransaction(tx -> log().freeze(tx, document, false)));
    assertEquals(List.of(new Outcome.Stored(2)), get(log().append(List.of(addition))));
  }

  @Test
  void ofWhatIsErasedNothingIsThereAndOnlyItsReadersKnow_L19() {
    DocumentId document = openTo(ANN);
    grant(document, BEN, Level.NONE);
    Addition addition = new Addition(document, ANN, words(0));
    get(log().append(List.of(addition)));
    assertFalse(get(log().wasErased(document, ANN)));
    get(inTransaction(tx -> log().erase(tx, document)));
    assertEquals(Optional.empty(), get(log().head(document)));
    assertEquals(List.of(), get(log().since(document, 0)));
    assertEquals(List.of(new Outcome.Refused(Level.NONE)), get(log().append(List.of(addition))));
    assertTrue(get(log().wasErased(document, ANN)));
    assertFalse(get(log().wasErased(document, BEN)));
    assertEquals(Optional.empty(), get(inTransaction(tx -> log().lock(tx, document))));
    get(inTransaction(tx -> log().erase(tx, document)));
  }

  @Test
  void oneUpdateTakesThePlaceOfAllAndTheNextHasTheNextSeq_L20() {
    DocumentId document = openTo(ANN);
    List<Addition> additions = new ArrayList<>();
    for (int i = 0; i < Limits.LOG_PAGE_ROWS_MAX + 5; i++) {
      additions.add(new Addition(document, ANN, words(i)));
    }
    get(log().append(additions));
    long head = get(inTransaction(tx -> log().lock(tx, document))).orElseThrow();
    assertEquals(Limits.LOG_PAGE_ROWS_MAX + 6, head);
    get(inTransaction(tx -> log().rewrite(tx, document, head, SEED)));
    assertEquals(List.of(new Entry(head, SEED, null)), get(log().since(document, 0)));
    assertNull(get(log().written(document, 0)).getFirst().author());
    assertEquals(
        List.of(new Outcome.Stored(head + 1)),
        get(log().append(List.of(new Addition(document, ANN, words(head))))));
  }

  @Test
  void theLogTellsWhoWroteWhat_L7() {
    DocumentId document = openTo(ANN);
    get(log().append(List.of(new Addition(document, ANN, words(0)))));
    List<Written> written = get(log().written(document, 0));
    assertEquals(List.of(1L, 2L), written.stream().map(Written::seq).toList());
    assertNull(written.getFirst().author());
    assertNull(written.getFirst().organisation());
    assertEquals(ANN.member(), written.getLast().author());
    assertEquals(ANN.partner(), written.getLast().organisation());
    assertEquals(words(0), written.getLast().update());
    assertEquals(List.of(), get(log().written(document, 2)));
  }

  @Test
  void theLogIsReadInPages_L5() {
    DocumentId document = openTo(ANN);
    List<Addition> additions = new ArrayList<>();
    for (int i = 0; i < Limits.LOG_PAGE_ROWS_MAX + 5; i++) {
      additions.add(new Addition(document, ANN, words(i)));
    }
    get(log().append(additions));
    List<Entry> page = get(log().since(document, 0));
    assertTrue(page.size() <= Limits.LOG_PAGE_ROWS_MAX);
    long last = page.getLast().seq();
    List<Entry> rest = get(log().since(document, last));
    assertEquals(last + 1, rest.getFirst().seq());
    assertEquals(Limits.LOG_PAGE_ROWS_MAX + 6, rest.getLast().seq());
  }

  @Test
  void whatWasStoredIsFoundAgain_L6() {
    DocumentId document = openTo(ANN, BEN);
    Addition stored = new Addition(document, ANN, words(0));
    get(log().append(List.of(stored)));
    assertEquals(
        List.of(Optional.of(2L), Optional.empty(), Optional.empty(), Optional.empty()),
        get(
            log()
                .find(
                    List.of(
                        stored,
                        new Addition(document, BEN, words(0)),
                        new Addition(document, ANN, words(1)),
                        new Addition(new DocumentId(UUID.randomUUID()), ANN, words(0))))));
  }

  @Test
  void aTransactionThatFailsLeavesNothing_L1() {
    if (!transactional()) {
      return;
    }
    DocumentId document = new DocumentId(UUID.randomUUID());
    Future<Object> failed =
        inTransaction(tx ->
            log()
                .create(tx, document, SEED)
                .compose(_ -> Future.failedFuture(new IllegalStateException("on purpose"))));
    Boolean succeeded = get(failed.transform(answer -> Future.succeededFuture(answer.succeeded())));
    assertFalse(succeeded);
    assertEquals(Optional.empty(), get(log().head(document)));
  }

  abstract boolean transactional();
}
