package nl.beleidstafel.demonstration;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of the play in which the coordinator asks and partners answer and sign off. Waits; one
/// thread.
final class Asking {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  private final Table table;

  Asking(Table table) {
    this.table = table;
  }

  void ask(Script.Ask ask) throws PlayException {
    Guest coordinator = table.coordinator();
    String due = LocalDate.now(HERE).plusDays(ask.dueInDays()).toString();
    String id = askedBefore(ask.title());
    if (id == null) {
      JsonObject wish =
          new JsonObject()
              .put("title", ask.title())
              .put("letter", ask.text())
              .put("due", due)
              .put("sections", sections(ask.sections()))
              .put("partners", partners(ask.partners()));
      id = coordinator.post(table.path() + "/asks", wish).getString("id");
    }
    for (Script.Reaction reaction : ask.reactions()) {
      JsonObject said = new JsonObject().put("verdict", reaction.answer());
      if (reaction.text() != null) {
        said.put("text", reaction.text());
      }
      String section = table.sectionId(reaction.section());
      table.guest(reaction.by()).put("/v1/asks/" + id + "/sections/" + section + "/answer", said);
    }
    if (ask.closed()) {
      JsonObject end = new JsonObject().put("due", due).put("closed", true);
      coordinator.put("/v1/asks/" + id, end);
    }
  }

  private @Nullable String askedBefore(String title) throws PlayException {
    JsonObject asks = table.coordinator().get(table.path() + "/asks");
    for (JsonObject ask : Play.items(asks)) {
      if (title.equals(ask.getString("title"))) {
        return ask.getString("id");
      }
    }
    return null;
  }

  private JsonArray sections(List<String> numbers) throws PlayException {
    JsonArray ids = new JsonArray();
    for (String number : numbers) {
      ids.add(table.sectionId(number));
    }
    return ids;
  }

  private JsonArray partners(List<String> names) throws PlayException {
    JsonObject roles = table.coordinator().get(table.path() + "/roles");
    JsonArray ids = new JsonArray();
    for (String name : names) {
      ids.add(table.partner(name, roles));
    }
    return ids;
  }

  /// Binds the text as it stands now.
  void signOff(Script.SignOff signOff) throws PlayException {
    String path = "/v1/sections/" + table.sectionId(signOff.section()) + "/sign-offs";
    Guest guest = table.guest(signOff.by());
    JsonObject shown = guest.get(path);
    boolean signed = Play.items(shown).stream().anyMatch(each -> each.getBoolean("mine"));
    if (!signed) {
      String text = shown.getJsonObject("now").getString("sha256");
      guest.post(path, new JsonObject().put("sha256", text));
    }
  }
}
