package nl.beleidstafel.roles;

import static nl.beleidstafel.testkit.PlanStage.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.testkit.Actors;
import nl.beleidstafel.testkit.Edits;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.RawClient;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Rights that change while people have the text open, seen from their sockets.
final class RightsLiveIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final Message GRANTED = new Message.AuthGranted(false);
  private static final Message READ_ONLY = new Message.AuthGranted(true);
  private static final Message DENIED = new Message.AuthDenied("forbidden");

  private static PlanStage stage;
  private static MunicipalityId here;
  private static int number;

  private String officer = "";
  private Actor actor = Actors.actor(1);
  private JsonObject plan = new JsonObject();
  private String scope = "";
  private String document = "";
  private String other = "";

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    here = stage.municipality("Hier");
    stage.partner(here, "municipality", "regie");
    stage.partner(stage.municipality("Ginds"), "municipality", "ginds");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @BeforeEach
  void aPlanAndAnOfficer() {
    officer = "politie-" + ++number;
    actor = stage.partner(here, "police", officer);
    plan = stage.plan("regie", "Plan " + number);
    scope = section(plan, "3.8").getString("id");
    document = section(plan, "3.8").getString("documentId");
    other = section(plan, "5.5").getString("documentId");
  }

  private RawClient open(String... documents) {
    RawClient client = RawClient.collab(DATABASE.vertx(), stage.port());
    for (String each : documents) {
      client.attach(each, officer);
      client.await(0, each, GRANTED);
    }
    return client;
  }

  private static Message edit(int client) {
    return new Message.Update(Edits.text(client, 0, "woord"));
  }

  private void writeAsRegie(String where, int client, String word) {
    HttpProbe.wait(
        stage
            .rooms()
            .append(DocumentId.parse(where), stage.who("regie"), Edits.text(client, 0, word)));
  }

  @Test
  void writingBecomesReadingInPlaceAndComesBack_G7() {
    try (RawClient client = open(document, other)) {
      int mark = client.mark();
      stage.assign("regie", plan, scope, officer, "signalling");
      client.await(mark, document, READ_ONLY);
      client.say(document, edit(100));
      client.await(mark, document, new Message.SyncStatus(false));
      client.say(other, edit(101));
      client.await(mark, other, new Message.SyncStatus(true));
      writeAsRegie(document, 102, "gelezen");
      client.awaitWords(mark, "gelezen");
      mark = client.mark();
      stage.assign("regie", plan, scope, officer, "executing");
      client.await(mark, document, GRANTED);
      client.say(document, edit(103));
      client.await(mark, document, new Message.SyncStatus(true));
    }
  }

  @Test
  void readingEndsInPlaceWithAReasonAndTheRestStays_G7() {
    try (RawClient client = open(document, other);
        RawClient single = RawClient.yws(DATABASE.vertx(), stage.port(), document, officer)) {
      single.say(new Message.SyncStep1(Bytes.ofHex("00")));
      RawClient.until("an answer", () -> single.mark() > 0);
      int mark = client.mark();
      stage.override("regie", plan, scope, officer, "none");
      client.await(mark, document, new Message.Close("access-lost"));
      assertEquals(4403, single.awaitClose());
      writeAsRegie(document, 110, "verborgen");
      client.say(other, edit(111));
      client.await(mark, other, new Message.SyncStatus(true));
      assertFalse(client.holds(mark, "verborgen"));
      mark = client.mark();
      stage.override("regie", plan, scope, officer, null);
      client.attach(document, officer);
      client.await(mark, document, GRANTED);
      client.awaitWords(mark, "verborgen");
    }
  }

  @Test
  void signingOutShowsNothingMore_G10() {
    try (RawClient client = open(document);
        RawClient single = RawClient.yws(DATABASE.vertx(), stage.port(), document, officer)) {
      int mark = client.mark();
      stage.forget(officer);
      stage.sockets().recheck(actor.member());
      client.await(mark, document, new Message.AuthRequest());
      assertEquals(4401, single.awaitClose());
      writeAsRegie(document, 120, "na het uitloggen");
      client.say(document, edit(121));
      client.say(document, new Message.AuthToken(officer, "4.8.0"));
      client.await(mark, document, new Message.AuthDenied("unauthenticated"));
      client.settle();
      assertFalse(client.holds(mark, "na het uitloggen"));
      assertEquals(0, rows());
    }
  }

  @Test
  void aSessionThatEndsByItselfShowsNothingMore_G10() {
    stage.endsAt(officer, stage.clock().nowMs() + 5_000);
    try (RawClient client = open(document)) {
      int mark = client.mark();
      stage.clock().advanceMs(5_000);
      client.await(mark, document, new Message.AuthRequest());
      writeAsRegie(document, 130, "na het einde");
      client.settle();
      assertFalse(client.holds(mark, "na het einde"));
      stage.endsAt(officer, Long.MAX_VALUE);
      client.say(document, new Message.AuthToken(officer, "4.8.0"));
      client.await(mark, document, GRANTED);
      client.awaitWords(mark, "na het einde");
    }
  }

  @Test
  void whoIsRemovedWritesNothingMore_G8() {
    try (RawClient client = open(document, other)) {
      int mark = client.mark();
      HttpProbe.wait(stage.database().transaction(tx -> stage.rooms().bar(tx, actor.member())));
      client.await(mark, document, new Message.Close("access-lost"));
      client.await(mark, other, new Message.Close("access-lost"));
      client.attach(document, officer);
      client.await(mark, document, DENIED);
      assertEquals(0, rows());
      Actor colleague = stage.member(here, actor.partner(), officer + "-collega");
      client.attach(document, colleague.name());
      client.await(mark, document, GRANTED);
    }
  }

  private long rows() {
    return stage.number(
        "SELECT count(*) FROM document_update WHERE author = $1", actor.member().value());
  }

  @Test
  void aPlanThatIsNotThereAndOneOfOthersLookAlike_P71() {
    String foreign = stage.plan("ginds", "Van ginds").getString("id");
    String absent = UUID.randomUUID().toString();
    try (RawClient client = RawClient.collab(DATABASE.vertx(), stage.port())) {
      for (String address : new String[] {"plan:" + foreign, "plan:" + absent, absent}) {
        int mark = client.mark();
        client.attach(address, officer);
        client.await(mark, address, DENIED);
        client.settle();
        assertEquals(2, client.mark() - mark);
      }
    }
    try (RawClient single =
        RawClient.yws(DATABASE.vertx(), stage.port(), "plan:" + plan.getString("id"), officer)) {
      assertEquals(4403, single.awaitClose());
    }
  }

  @Test
  void aChannelIsAnEmptyDocumentThatTakesNothing_P72() {
    String channel = "plan:" + plan.getString("id");
    try (RawClient client = RawClient.collab(DATABASE.vertx(), stage.port())) {
      client.attach(channel, officer);
      client.await(0, channel, READ_ONLY);
      client.await(0, channel, new Message.SyncStep1(Bytes.ofHex("00")));
      client.await(0, channel, new Message.SyncStep2(Bytes.ofHex("0000")));
      client.say(channel, new Message.SyncStep2(Bytes.ofHex("0000")));
      client.await(0, channel, new Message.SyncStatus(true));
      client.say(channel, edit(140));
      client.await(0, channel, new Message.SyncStatus(false));
      client.say(channel, new Message.Stateless("{\"kind\":\"plan-changed\",\"version\":9}"));
      client.settle();
      assertFalse(client.holds(0, "plan-changed"), "nobody speaks on it");
    }
  }

  @Test
  void onlyThoseWhoseViewChangedAreTold_P73() {
    String bystander = officer + "-gast";
    stage.partner(here, "welfare", bystander);
    JsonObject fresh = stage.plan("regie", "Kanaal " + number);
    String channel = "plan:" + fresh.getString("id");
    try (RawClient mine = RawClient.collab(DATABASE.vertx(), stage.port());
        RawClient theirs = RawClient.collab(DATABASE.vertx(), stage.port())) {
      mine.attach(channel, officer);
      theirs.attach(channel, bystander);
      mine.await(0, channel, READ_ONLY);
      theirs.await(0, channel, READ_ONLY);
      String id = section(fresh, "3.8").getString("id");
      stage.hide("regie", fresh, id, true);
      mine.awaitWords(0, "{\"kind\":\"plan-changed\",\"version\":2}");
      theirs.awaitWords(0, "{\"kind\":\"plan-changed\",\"version\":2}");
      int mark = theirs.mark();
      stage.assign("regie", fresh, id, officer, "advising");
      mine.awaitWords(0, "{\"kind\":\"roles-changed\",\"version\":3}");
      theirs.settle();
      assertEquals(1, theirs.mark() - mark, "of a hidden section not even that it changed");
      stage.hide("regie", fresh, id, false);
      theirs.awaitWords(mark, "roles-changed");
    }
  }
}
