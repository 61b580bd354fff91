package nl.beleidstafel.history;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.history.Difference.Author;
import nl.beleidstafel.history.Difference.Block;
import nl.beleidstafel.history.Difference.Cell;
import nl.beleidstafel.history.Difference.Change;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.Place;
import org.jspecify.annotations.Nullable;

/// The feature's answers as JSON.
final class HistoryJson {
  private HistoryJson() {}

  /// All members that an answer names.
  static Set<MemberId> members(History.Past past) {
    Set<MemberId> members = new HashSet<>();
    past.versions().forEach(version -> members.add(version.by()));
    past.sittings().forEach(sitting -> members.addAll(sitting.by()));
    return members;
  }

  static JsonObject past(History.Past past, Map<MemberId, Named> named) {
    Place place = past.place();
    JsonArray steps = new JsonArray();
    past.steps().forEach(step -> steps.add(step.word()));
    JsonArray versions = new JsonArray();
    past.versions().forEach(version -> versions.add(version(version, named)));
    JsonArray sittings = new JsonArray();
    for (Sitting sitting : past.sittings()) {
      sittings.add(
          new JsonObject()
              .put("from", Math.max(1, sitting.fromSeq()))
              .put("to", sitting.toSeq())
              .put("fromAt", sitting.fromMs())
              .put("toAt", sitting.toMs())
              .put("by", people(sitting.by(), named)));
    }
    HistoryStore.Seen seen = past.seen();
    int newest = past.versions().isEmpty() ? 0 : past.versions().getFirst().number();
    boolean writes = History.writes(place);
    return new JsonObject()
        .put("status", past.state().word())
        .put("steps", steps)
        .put("seq", place.seq())
        .put("working", past.state() == State.FIXED ? newest : newest + 1)
        .put("mayName", writes || place.coordinates())
        .put("mayRestore", writes)
        .put("seen", seen == null ? null : seen(seen))
        .put("versions", versions)
        .put("sittings", sittings);
  }

  private static JsonObject seen(HistoryStore.Seen seen) {
    return new JsonObject().put("seq", Math.max(1, seen.seq())).put("changed", seen.changed());
  }

  private static JsonObject version(Version version, Map<MemberId, Named> named) {
    return new JsonObject()
        .put("id", version.id().toString())
        .put("number", version.number())
        .put("seq", version.seq())
        .put("name", version.name())
        .put("sha256", HexFormat.of().formatHex(version.sha256().toArray()))
        .put("fixed", version.fixed())
        .put("at", version.atMs())
        .put("by", person(version.by(), named));
  }

  /// Sections that the actor may not read are left out, also from versions they are held by.
  static JsonObject plan(History.PlanPast past, Map<MemberId, Named> named) {
    JsonArray items = new JsonArray();
    for (PlanVersion version : past.versions()) {
      Map<SectionId, Version> held = new HashMap<>();
      version.sections().forEach(each -> held.put(each.section(), each));
      JsonArray sections = new JsonArray();
      for (Place place : past.readable()) {
        Version of = held.get(place.section());
        if (of != null) {
          sections.add(
              new JsonObject()
                  .put("section", place.section().toString())
                  .put("key", place.key())
                  .put("number", place.number())
                  .put("title", place.title())
                  .put("version", of.number())
                  .put("seq", of.seq())
                  .put("changed", of.seq() != place.seq()));
        }
      }
      items.add(
          new JsonObject()
              .put("id", version.id().toString())
              .put("number", version.number())
              .put("name", version.name())
              .put("final", version.isFinal())
              .put("at", version.atMs())
              .put("by", person(version.by(), named))
              .put("sections", sections));
    }
    return new JsonObject()
        .put("mayName", past.readable().getFirst().coordinates())
        .put("items", items);
  }

  /// All members that an answer names.
  static Set<MemberId> members(Difference difference) {
    Set<MemberId> members = new HashSet<>();
    for (Author author : authors(difference)) {
      MemberId member = author.member();
      MemberId behalf = author.onBehalfOf();
      if (member != null) {
        members.add(member);
      }
      if (behalf != null) {
        members.add(behalf);
      }
    }
    return members;
  }

  private static Set<Author> authors(Difference difference) {
    Set<Author> authors = new HashSet<>();
    for (Block block : difference.blocks()) {
      block.runs().forEach(run -> authors.addAll(run.by()));
      block.notes().forEach(note -> authors.addAll(note.by()));
    }
    return authors;
  }

  static JsonObject difference(
      Place place, long from, long to, Difference difference, Map<MemberId, Named> named) {
    List<Author> authors = new ArrayList<>(authors(difference));
    JsonArray people = new JsonArray();
    for (Author author : authors) {
      people.add(
          new JsonObject()
              .put("by", person(author.member(), named))
              .put("onBehalfOf", person(author.onBehalfOf(), named)));
    }
    JsonArray blocks = new JsonArray();
    difference.blocks().forEach(block -> blocks.add(block(block, authors)));
    return new JsonObject()
        .put("from", from)
        .put("to", to)
        .put("head", place.seq())
        .put("same", difference.isEmpty())
        .put("authors", people)
        .put("blocks", blocks);
  }

  private static JsonObject block(Block block, List<Author> authors) {
    JsonArray runs = new JsonArray();
    for (Difference.Run run : block.runs()) {
      JsonObject json = new JsonObject().put("text", run.text()).put("change", word(run.kind()));
      if (!run.by().isEmpty()) {
        json.put("by", places(run.by(), authors));
      }
      if (!run.now().isEmpty()) {
        json.put("marks", new JsonArray(run.now()));
      }
      if (run.kind() == Change.CHANGED) {
        json.put("was", new JsonArray(run.was()));
      }
      runs.add(json);
    }
    JsonArray notes = new JsonArray();
    for (Difference.Note note : block.notes()) {
      notes.add(
          new JsonObject()
              .put("attribute", note.attribute())
              .put("was", note.was())
              .put("now", note.now())
              .put("by", places(note.by(), authors)));
    }
    JsonObject json =
        new JsonObject()
            .put("kind", block.kind())
            .put("level", block.level())
            .put("inside", new JsonArray(block.inside()))
            .put("change", word(block.change()))
            .put("runs", runs)
            .put("notes", notes);
    Cell cell = block.cell();
    return cell == null
        ? json
        : json.put(
            "cell",
            new JsonObject()
                .put("table", cell.table())
                .put("row", cell.row())
                .put("column", cell.column())
                .put("header", cell.header()));
  }

  private static String word(Change change) {
    return change.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static JsonArray places(Set<Author> by, List<Author> authors) {
    return new JsonArray(by.stream().map(authors::indexOf).sorted().toList());
  }

  private static JsonArray people(Collection<MemberId> members, Map<MemberId, Named> named) {
    JsonArray people = new JsonArray();
    for (MemberId member : members) {
      JsonObject person = person(member, named);
      if (person != null) {
        people.add(person);
      }
    }
    return people;
  }

  private static @Nullable JsonObject person(
      @Nullable MemberId member, Map<MemberId, Named> named) {
    Named found = member == null ? null : named.get(member);
    return found == null ? null : found.json();
  }
}
