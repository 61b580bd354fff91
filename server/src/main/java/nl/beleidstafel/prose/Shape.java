package nl.beleidstafel.prose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a node is to the editor's schema: its type and its attributes, with the schema's default
/// where one is absent or no such value. Immutable.
public sealed interface Shape {
  record Paragraph() implements Shape {}

  /// @param level 2 to 4; the section's own title is level 1
  record Heading(int level) implements Shape {}

  record BulletList() implements Shape {}

  record OrderedList(int start) implements Shape {}

  record ListItem() implements Shape {}

  record Blockquote() implements Shape {}

  record Table() implements Shape {}

  record TableRow() implements Shape {}

  /// @param header whether it names its row or column
  /// @param colwidth in pixels for each column it spans, or null
  record Cell(boolean header, int colspan, int rowspan, @Nullable List<Integer> colwidth)
      implements Shape {}

  record HorizontalRule() implements Shape {}

  record HardBreak() implements Shape {}

  /// @param alt empty for decoration
  record Image(@Nullable String src, String alt, @Nullable String title, @Nullable Integer width)
      implements Shape {}

  /// Text to keep, adapt or drop.
  record Example(@Nullable String id, Decision decision) implements Shape {}

  enum Decision {
    OPEN,
    KEEP,
    ADAPT,
    DROP
  }

  record Help(@Nullable String id, String title, boolean icon) implements Shape {}

  record Questions(@Nullable String id, String title) implements Shape {}

  /// A place for the municipality's own words.
  ///
  /// @param block whether it holds blocks, not words of a sentence
  /// @param filled what the editor stored; the content has a say of its own
  record FillIn(
      boolean block,
      @Nullable String id,
      FillInKind kind,
      String label,
      @Nullable String unit,
      @Nullable String register,
      boolean filled)
      implements Shape {}

  record Footnote(@Nullable String id) implements Shape {}

  /// Leads to the section with this key; shows its number and title where there is no text.
  record CrossReference(@Nullable String id, String target, @Nullable String text)
      implements Shape {}

  /// Stands behind a claim: what interviews say about it is found under this id.
  record Evidence(@Nullable String id) implements Shape {}

  /// A node that this version does not know.
  record Unknown(String name) implements Shape {}

  static Shape of(String name, Attributes given) {
    return switch (name) {
      case "paragraph" -> new Paragraph();
      case "heading" -> new Heading(given.integer("level", 2));
      case "bulletList" -> new BulletList();
      case "orderedList" -> new OrderedList(given.integer("start", 1));
      case "listItem" -> new ListItem();
      case "blockquote" -> new Blockquote();
      case "table" -> new Table();
      case "tableRow" -> new TableRow();
      case "tableCell" -> cell(false, given);
      case "tableHeader" -> cell(true, given);
      case "horizontalRule" -> new HorizontalRule();
      case "hardBreak" -> new HardBreak();
      case "image" -> image(given);
      case "example" -> new Example(given.text("id"), decision(given));
      case "help" -> new Help(given.text("id"), given.text("title", ""), given.flag("icon"));
      case "questions" -> new Questions(given.text("id"), given.text("title", ""));
      case "fillIn" -> fillIn(false, given);
      case "fillInBlock" -> fillIn(true, given);
      case "footnote" -> new Footnote(given.text("id"));
      case "crossReference" ->
          new CrossReference(given.text("id"), given.text("target", ""), given.text("text"));
      case "evidence" -> new Evidence(given.text("id"));
      default -> new Unknown(name);
    };
  }

  private static Cell cell(boolean header, Attributes given) {
    List<Integer> widths = null;
    if (given.values().get("colwidth") instanceof List<?> list
        && list.stream().allMatch(Long.class::isInstance)) {
      widths = new ArrayList<>();
      for (Object width : list) {
        widths.add(((Long) width).intValue());
      }
    }
    return new Cell(header, given.integer("colspan", 1), given.integer("rowspan", 1), widths);
  }

  private static Image image(Attributes given) {
    Integer width = given.values().get("width") instanceof Long ? given.integer("width", 0) : null;
    return new Image(given.text("src"), given.text("alt", ""), given.text("title"), width);
  }

  private static Decision decision(Attributes given) {
    for (Decision decision : Decision.values()) {
      if (word(decision).equals(given.text("decision"))) {
        return decision;
      }
    }
    return Decision.OPEN;
  }

  private static FillIn fillIn(boolean block, Attributes given) {
    return new FillIn(
        block,
        given.text("id"),
        FillInKind.of(given.text("kind", "")),
        given.text("label", ""),
        given.text("unit"),
        given.text("register"),
        given.text("state", "").equals("filled"));
  }

  /// The node's type in the schema.
  default String name() {
    return switch (this) {
      case Cell cell -> cell.header() ? "tableHeader" : "tableCell";
      case FillIn fillIn -> fillIn.block() ? "fillInBlock" : "fillIn";
      case Unknown unknown -> unknown.name();
      case Shape known -> {
        String type = known.getClass().getSimpleName();
        yield type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
      }
    };
  }

  /// The attributes that differ from the schema's defaults, as the editor would store them.
  default Attributes attributes() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    switch (this) {
      case Heading heading -> all.put("level", heading.level());
      case OrderedList list -> all.put("start", list.start());
      case Cell cell -> {
        all.put("colspan", cell.colspan());
        all.put("rowspan", cell.rowspan());
        all.put("colwidth", cell.colwidth());
      }
      case Image image -> {
        all.put("src", image.src());
        all.put("alt", image.alt());
        all.put("title", image.title());
        all.put("width", image.width());
      }
      case Example(String id, Decision decision) -> {
        all.put("id", id);
        all.put("decision", word(decision));
      }
      case Help help -> {
        all.put("id", help.id());
        all.put("title", help.title());
        all.put("icon", help.icon());
      }
      case Questions questions -> {
        all.put("id", questions.id());
        all.put("title", questions.title());
      }
      case FillIn fillIn -> {
        all.put("id", fillIn.id());
        all.put("kind", fillIn.kind().word());
        all.put("label", fillIn.label());
        all.put("unit", fillIn.unit());
        all.put("register", fillIn.register());
        all.put("state", fillIn.filled() ? "filled" : "open");
      }
      case Footnote footnote -> all.put("id", footnote.id());
      case CrossReference reference -> {
        all.put("id", reference.id());
        all.put("target", reference.target());
        all.put("text", reference.text());
      }
      case Evidence evidence -> all.put("id", evidence.id());
      case Paragraph _, BulletList _, ListItem _, Blockquote _, Table _, TableRow _ -> {}
      case HorizontalRule _, HardBreak _, Unknown _ -> {}
    }
    Map<String, @Nullable Object> defaults = Defaults.of(name());
    Attributes normal = new Attributes(all);
    Map<String, @Nullable Object> stored = new LinkedHashMap<>(normal.values());
    stored
        .entrySet()
        .removeIf(entry -> Objects.equals(defaults.get(entry.getKey()), entry.getValue()));
    return new Attributes(stored);
  }

  private static String word(Decision decision) {
    return decision.name().toLowerCase(Locale.ROOT);
  }
}
