package nl.beleidstafel.demonstration;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.prose.Rewrite;
import nl.beleidstafel.yaml.MistakesException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays the script. What is done already is not done again, so that a play that was cut off goes
/// on. Waits; one thread.
public final class Play {
  private static final Logger LOG = LoggerFactory.getLogger(Play.class);

  /// What the plan is called before anybody wrote in it; it marks that a play has begun.
  private static final String BEGIN = "Modelplan, nog leeg";

  private final Script script;
  private final Table table;

  private Play(Script script, Table table) {
    this.script = script;
    this.table = table;
  }

  /// Plays what has not been played yet, against a server that answers: in a fresh plan, and in one
  /// where a play was cut off. In any other, people are at work.
  ///
  /// @param directory the one with the configuration
  /// @param server host and port
  /// @throws MistakesException where the script's files hold mistakes
  /// @param fresh the plan was made just now
  public static void perform(Path directory, String server, boolean fresh)
      throws PlayException, MistakesException {
    Script script = ScriptReader.read(directory);
    try (HttpClient client = HttpClient.newHttpClient()) {
      if (fresh || wasCutOff(script, client, server)) {
        LOG.info("The people of the demonstration write their plan");
        new Play(script, Table.set(client, server)).perform();
      }
      client.shutdownNow();
    } catch (RuntimeException unexpected) {
      throw new PlayException("the server answered something else than agreed", unexpected);
    }
  }

  /// A play that was cut off has begun and not ended.
  private static boolean wasCutOff(Script script, HttpClient client, String server)
      throws PlayException {
    Table table = Table.lookIn(client, server);
    return table.hasVersion(BEGIN) && !table.hasVersion(script.version());
  }

  private void perform() throws PlayException {
    name(BEGIN);
    for (Script.Role role : script.roles()) {
      for (String section : role.sections()) {
        assign(role, section);
      }
    }
    for (Script.Filling filling : script.fillings()) {
      fill(filling);
    }
    new Interviewing(table, script.interviews()).perform();
    for (Script.Talk talk : script.talks()) {
      talk(talk);
    }
    Proposing proposing = new Proposing(table);
    for (Script.Proposal proposal : script.proposals()) {
      proposing.propose(proposal);
    }
    Asking asking = new Asking(table);
    for (Script.Ask ask : script.asks()) {
      asking.ask(ask);
    }
    for (Script.SignOff signOff : script.signOffs()) {
      asking.signOff(signOff);
    }
    for (Script.State state : script.states()) {
      move(state);
    }
    name(script.version());
  }

  private void name(String version) throws PlayException {
    if (!table.hasVersion(version)) {
      table
          .coordinator()
          .post(
              table.path() + "/versions",
              new JsonObject().put("name", version).put("final", false));
    }
  }

  /// Fixing names the section's version too.
  private void move(Script.State state) throws PlayException {
    JsonObject section = table.section(state.section());
    if (!section.getString("status").equals(state.status())) {
      JsonObject body = new JsonObject().put("status", state.status());
      table
          .coordinator()
          .put(
              "/v1/sections/" + section.getString("id") + "/status",
              state.status().equals("fixed") ? body.put("name", script.version()) : body);
    }
  }

  private void assign(Script.Role role, String section) throws PlayException {
    Guest coordinator = table.coordinator();
    JsonObject roles = coordinator.get(table.path() + "/roles");
    String scope = table.sectionId(section);
    String partner = table.partner(role.by(), roles);
    boolean given =
        Table.objects(roles.getJsonArray("assignments")).stream()
            .anyMatch(one ->
                one.getString("partner").equals(partner) && one.getString("scope").equals(scope));
    if (!given) {
      coordinator.put(
          table.path() + "/roles/" + partner,
          new JsonObject()
              .put("version", roles.getLong("version"))
              .put("scope", scope)
              .put("roles", new JsonArray().add(role.role())));
    }
  }

  private void fill(Script.Filling filling) throws PlayException {
    try (Paper paper = table.open(filling.by(), filling.section())) {
      Optional<List<Node>> woven = Weaving.fill(Prose.read(paper.doc()), filling);
      if (woven.isEmpty()) {
        throw new PlayException(
            "section " + filling.section() + " has no place “" + filling.label() + "”");
      }
      if (paper.isReadOnly()) {
        throw new PlayException(
            filling.by() + " does not write in section " + filling.section() + " (any more)");
      }
      paper.write(Rewrite.to(paper.doc(), woven.get()));
    }
  }

  private void talk(Script.Talk talk) throws PlayException {
    String threads = "/v1/sections/" + table.sectionId(talk.section()) + "/threads";
    if (saidBefore(talk, threads)) {
      return;
    }
    JsonObject body = new JsonObject().put("text", talk.text());
    try (Paper paper = table.open(talk.by(), talk.section())) {
      Quotes quote = quote(paper.doc(), talk.section(), talk.quote());
      body.put(
          "anchor",
          new JsonObject().put("from", encode(quote.from())).put("to", encode(quote.to())));
    }
    String thread = table.guest(talk.by()).post(threads, body).getString("id");
    for (Script.Reply reply : talk.replies()) {
      table
          .guest(reply.by())
          .post("/v1/threads/" + thread + "/comments", new JsonObject().put("text", reply.text()));
    }
    if (talk.resolved()) {
      table
          .coordinator()
          .put("/v1/threads/" + thread + "/resolution", new JsonObject().put("resolved", true));
    }
  }

  private boolean saidBefore(Script.Talk talk, String threads) throws PlayException {
    for (JsonObject thread : items(table.guest(talk.by()).get(threads))) {
      JsonArray comments = thread.getJsonArray("comments");
      if (comments.getJsonObject(0).getString("text", "").equals(talk.text())) {
        return true;
      }
    }
    return false;
  }

  static Quotes quote(Doc doc, String section, String words) throws PlayException {
    return Quotes.find(doc, words)
        .orElseThrow(
            () -> new PlayException("nowhere in section " + section + " stands “" + words + "”"));
  }

  static List<JsonObject> items(JsonObject answer) {
    return Table.objects(answer.getJsonArray("items"));
  }

  static String encode(Bytes bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toArray());
  }
}
