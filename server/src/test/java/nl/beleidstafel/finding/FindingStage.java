package nl.beleidstafel.finding;

import static nl.beleidstafel.testkit.PlanStage.expect;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.prose.Shape;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;

/// Findings over HTTP on a real database and real sections; interviews are the test's to say.
final class FindingStage implements AutoCloseable {
  final PlanStage plans;
  final FakeTalks talks = new FakeTalks();
  final Channels channels;
  private final FindingSlice slice;
  final List<String> told = new CopyOnWriteArrayList<>();
  private final HttpProbe server;

  FindingStage(PlanStage plans, Vertx vertx) {
    this.plans = plans;
    channels =
        (_, event, _, _, partners) -> partners.forEach(each -> told.add(event.word() + each));
    slice =
        new FindingSlice(
            plans.database(),
            plans.rooms(),
            channels,
            Places.of(plans.database(), plans.roles().rights()::coordinates),
            new FindingSlice.Talks(talks, talks.questions(), talks, Map.of("police", "Politie")),
            Audit.of(plans.database(), plans.clock()),
            plans.clock());
    server =
        HttpProbe.start(
            vertx,
            HttpProbe.settings(),
            plans.clock(),
            slice.routes(),
            token -> Future.succeededFuture(Optional.of(plans.who(token))));
  }

  Reply get(String who, String path) {
    return server.get(path, "Authorization", "Bearer " + who);
  }

  byte[] bytes(String who, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Authorization", "Bearer " + who)
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofByteArray()).body();
    }
  }

  Reply send(String who, String method, String path, JsonObject body) {
    return server.send(
        method,
        path,
        method.equals("DELETE") ? "" : body.encode(),
        "Content-Type",
        "application/json",
        "Authorization",
        "Bearer " + who);
  }

  static PlanId id(JsonObject plan) {
    return PlanId.parse(plan.getString("id"));
  }

  /// Makes a finding of notes; its id.
  String finding(String who, JsonObject plan, String text, UUID... notes) {
    return expect(201, send(who, "POST", PlanStage.path(plan) + "/findings", wish(text, notes)))
        .json()
        .getString("id");
  }

  static JsonObject wish(String text, UUID... notes) {
    JsonArray ids = new JsonArray();
    List.of(notes).forEach(note -> ids.add(note.toString()));
    return new JsonObject().put("text", text).put("notes", ids);
  }

  /// Puts a finding behind a claim, row and text; the evidence's id.
  String cite(String who, JsonObject plan, String key, String finding, String words) {
    JsonObject section = PlanStage.section(plan, key);
    JsonObject body =
        new JsonObject().put("section", section.getString("id")).put("finding", finding);
    String id =
        expect(201, send(who, "POST", PlanStage.path(plan) + "/evidence", body))
            .json()
            .getString("id");
    write(who, section, words, id);
    return id;
  }

  /// A paragraph with a chip at the end of a section.
  void write(String who, JsonObject section, String words, String evidence) {
    DocumentId document = DocumentId.parse(section.getString("documentId"));
    Doc doc = new Doc(0x77L + told.size() * 7L + words.length());
    doc.apply(HttpProbe.wait(plans.rooms().read(document)));
    StateVector before = doc.stateVector();
    Prose.append(
        doc,
        List.of(
            Node.Element.of(
                new Shape.Paragraph(),
                List.of(
                    Node.Words.of(words),
                    Node.Element.of(new Shape.Evidence(evidence), List.of())))));
    HttpProbe.wait(plans.rooms().append(document, plans.who(who), doc.encode(before)));
  }

  JsonObject evidence(String who, String id) {
    return expect(200, get(who, "/v1/evidence/" + id)).json();
  }

  @Override
  public void close() {
    server.close();
    plans.close();
  }
}
