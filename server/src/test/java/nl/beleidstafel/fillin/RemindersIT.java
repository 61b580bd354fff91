package nl.beleidstafel.fillin;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static nl.beleidstafel.testkit.PlanStage.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.SharedType;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is said on the day, on the real database; the test is the clock.
final class RemindersIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static PlanStage stage;
  private JsonObject plan;
  private String fillIn;

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    MunicipalityId here = stage.municipality("Hier");
    stage.partner(here, "municipality", "regie");
    stage.partner(here, "public-health", "ggd");
    stage.partner(here, "police", "politie");
    stage.member(here, stage.who("politie").partner(), "agent");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @BeforeEach
  void make() {
    plan = stage.plan("regie", "Herinneren");
    fillIn =
        expect(200, stage.get("ggd", path() + "/fill-ins"))
            .json()
            .getJsonArray("items")
            .getJsonObject(0)
            .getString("id");
  }

  @Test
  void onTheMorningOfItsDayWhoWasAskedIsReminded_F9() {
    ask("politie", null, "2026-12-01");
    assertEquals(List.of(morning()), planned());
    run();
    assertEquals(1, reminded("politie"));
    assertEquals(1, reminded("agent"), "it is for all of them");
    assertEquals(0, reminded("ggd"));
  }

  @Test
  void onePersonIsRemindedAlone_F9() {
    ask(null, "agent", "2026-12-01");
    run();
    assertEquals(1, reminded("agent"));
    assertEquals(0, reminded("politie"));
  }

  @Test
  void aDayWithoutAnybodyRemindsWhoSetIt_F9() {
    ask(null, null, "2026-12-01");
    run();
    assertEquals(1, reminded("ggd"));
    assertEquals(0, reminded("regie"));
  }

  @Test
  void whatIsFilledByThenIsNotSaid_F9() {
    ask("politie", null, "2026-12-01");
    fill();
    run();
    assertEquals(0, reminded("politie"));
  }

  @Test
  void whoMayNotReadByThenIsNotTold_F9() {
    ask("politie", null, "2026-12-01");
    stage.override("regie", plan, section(plan, "3.4").getString("id"), "politie", "none");
    run();
    assertEquals(0, reminded("politie"));
  }

  @Test
  void anotherDayMovesItAndNoDayTakesItBack_F9() {
    ask("politie", null, "2027-03-01");
    ask("politie", null, "2026-12-01");
    assertEquals(List.of(morning()), planned());
    ask("politie", null, null);
    assertEquals(List.of(), planned());
    ask("politie", null, "2026-12-01");
    ask(null, null, null);
    assertEquals(List.of(), planned());
  }

  /// Seven o'clock in the winter of the Netherlands.
  private static long morning() {
    return LocalDateTime.of(2026, 12, 1, 6, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private String path() {
    return "/v1/sections/" + section(plan, "3.4").getString("id");
  }

  private void ask(@Nullable String partner, @Nullable String member, @Nullable String due) {
    JsonObject body =
        new JsonObject()
            .put("partner", partner == null ? null : stage.who(partner).partner().toString())
            .put("member", member == null ? null : stage.who(member).member().toString())
            .put("due", due);
    expect(204, stage.send("ggd", "PUT", path() + "/fill-ins/" + fillIn, body));
  }

  private static Job job() {
    return stage.fillIns().jobs().getFirst();
  }

  private Tuple ofPlan() {
    return Tuple.of(UUID.fromString(plan.getString("id")));
  }

  private List<Long> planned() {
    List<Long> times = new ArrayList<>();
    for (Row row :
        HttpProbe.wait(
            DATABASE
                .database()
                .query(
                    "SELECT d.due_at FROM due d JOIN fill_in_owner o ON o.id = d.subject"
                        + " JOIN section s ON s.id = o.section WHERE s.plan = $1",
                    ofPlan()))) {
      times.add(row.getOffsetDateTime(0).toInstant().toEpochMilli());
    }
    return times;
  }

  private void run() {
    String owners =
        "SELECT o.id FROM fill_in_owner o JOIN section s ON s.id = o.section WHERE s.plan = $1";
    UUID owner =
        HttpProbe.wait(DATABASE.database().query(owners, ofPlan())).iterator().next().getUUID(0);
    var next =
        HttpProbe.wait(
            DATABASE.database().transaction(tx -> job().run(tx, owner, morning(), morning())));
    assertTrue(next.isEmpty());
  }

  private long reminded(String who) {
    return stage.number(
        "SELECT count(*) FROM notice WHERE member = $1 AND kind = 'FILL_IN_DUE' AND plan = $2",
        stage.who(who).member().value(),
        UUID.fromString(plan.getString("id")));
  }

  private void fill() {
    DocumentId document = DocumentId.parse(section(plan, "3.4").getString("documentId"));
    Doc doc = new Doc(4711);
    doc.apply(HttpProbe.wait(stage.rooms().read(document)));
    Bytes update = doc.transact(_ -> fill(doc.xmlFragment(Prose.ROOT)));
    HttpProbe.wait(stage.rooms().append(document, stage.who("ggd"), update));
  }

  private static void fill(XmlFragment fragment) {
    for (SharedType child : fragment.children()) {
      if (child instanceof XmlElement element) {
        if (element.nodeName().equals("fillInBlock")) {
          element.delete(0, element.children().size());
          element.appendElement("paragraph").insertText(0, "Twaalf procent");
          element.setAttribute("state", "filled");
        } else {
          fill(element);
        }
      }
    }
  }
}
