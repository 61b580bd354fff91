package nl.beleidstafel.plan.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.prose.FillInKind;
import nl.beleidstafel.yaml.Fields;
import nl.beleidstafel.yaml.Keys;
import nl.beleidstafel.yaml.Mistakes;
import nl.beleidstafel.yaml.Yaml;

/// Reads the blocks of one section file and notes what they refer to.
final class BlockReader {
  private static final Set<String> TYPES =
      new LinkedHashSet<>(
          List.of(
              "text",
              "heading",
              "list",
              "numbered",
              "register",
              "table",
              "example",
              "help",
              "questions",
              "fill-in"));

  private static final Set<String> CELL_FIELDS = Set.of("cell", "header", "across", "down");

  /// Something in running text that must exist elsewhere.
  record Use(String name, int line, String path) {}

  private final String file;
  private final Mistakes mistakes;
  private final Registers registers;
  private final List<Use> places = new ArrayList<>();
  private final List<Use> crossReferences = new ArrayList<>();
  private final List<Use> placeBlocks = new ArrayList<>();
  private int depth = 0;

  BlockReader(String file, Mistakes mistakes, Registers registers) {
    this.file = file;
    this.mistakes = mistakes;
    this.registers = registers;
  }

  /// The inline fill-ins that the text read so far has a place for.
  List<Use> places() {
    return places;
  }

  /// The keys of the fill-in blocks read so far.
  List<Use> placeBlocks() {
    return placeBlocks;
  }

  /// The sections that the text read so far refers to.
  List<Use> crossReferences() {
    return crossReferences;
  }

  /// The blocks of a list that must hold at least one.
  List<Block> blocks(Fields fields, String name) {
    return blocks(fields.items(name), fields.at(name));
  }

  private List<Block> blocks(List<Yaml> items, String path) {
    List<Block> blocks = new ArrayList<>();
    if (++depth > Limits.TEMPLATE_DEPTH_MAX) {
      int line = items.isEmpty() ? 0 : items.getFirst().line();
      mistakes.add(file, line, path, "blocks stand too deep inside one another");
    } else {
      for (int i = 0; i < items.size(); i++) {
        blocks.addAll(block(items.get(i), path + "[" + i + "]"));
      }
    }
    depth--;
    return blocks;
  }

  private List<? extends Block> block(Yaml value, String path) {
    if (value instanceof Yaml.Scalar scalar) {
      return paragraphs(scalar, path);
    }
    Fields fields = new Fields(file, value, path, mistakes);
    Set<String> types = new TreeSet<>(fields.names());
    types.retainAll(TYPES);
    if (types.size() != 1) {
      String known = String.join(", ", TYPES);
      mistakes.add(
          file,
          value.line(),
          path,
          types.isEmpty()
              ? "a block of this kind is unknown; it must be one of " + known
              : "a block is of one kind, and this one has " + String.join(" and ", types));
      return List.of();
    }
    String type = types.iterator().next();
    List<? extends Block> read = read(type, fields);
    fields.done();
    return read;
  }

  private List<? extends Block> read(String type, Fields fields) {
    return switch (type) {
      case "text" -> {
        Yaml text = fields.value("text").orElseThrow();
        yield paragraphs(text, fields.at("text"));
      }
      case "heading" -> {
        int level = fields.number("level", 2, 2, 4);
        int line = fields.line("heading");
        yield List.of(
            new Block.Heading(level, inline(fields.text("heading"), line, fields.at("heading"))));
      }
      case "list", "numbered" -> {
        List<List<Block>> items = new ArrayList<>();
        List<Yaml> written = fields.items(type);
        for (int i = 0; i < written.size(); i++) {
          items.add(content(written.get(i), fields.at(type) + "[" + i + "]"));
        }
        yield List.of(new Block.Items(type.equals("numbered"), items));
      }
      case "register" -> List.of(register(fields));
      case "table" -> List.of(table(fields));
      case "example" -> {
        Yaml inside = fields.value("example").orElseThrow();
        yield List.of(new Block.Example(content(inside, fields.at("example"))));
      }
      case "help" -> {
        Fields help = inside("help", fields);
        String title = help.text("title");
        boolean icon = help.flag("icon", true);
        Block block = new Block.Help(title, icon, blocks(help, "blocks"));
        help.done();
        yield List.of(block);
      }
      case "questions" -> {
        Fields questions = inside("questions", fields);
        String title = questions.text("title");
        Block block = new Block.Questions(title, blocks(questions, "blocks"));
        questions.done();
        yield List.of(block);
      }
      case "fill-in" -> List.of(place(inside("fill-in", fields)));
      default -> throw new IllegalStateException(type);
    };
  }

  private Fields inside(String name, Fields fields) {
    return new Fields(file, fields.value(name).orElseThrow(), fields.at(name), mistakes);
  }

  /// What an item, a cell or an example holds: one text, or a list of blocks.
  private List<Block> content(Yaml value, String path) {
    return switch (value) {
      case Yaml.Scalar scalar -> List.copyOf(paragraphs(scalar, path));
      case Yaml.Sequence sequence -> blocks(sequence.items(), path);
      case Yaml.Mapping _ -> List.copyOf(block(value, path));
    };
  }

  private List<Block.Paragraph> paragraphs(Yaml value, String path) {
    if (!(value instanceof Yaml.Scalar scalar)) {
      mistakes.add(file, value.line(), path, "here stands " + value.what() + "; it must be text");
      return List.of();
    }
    if (scalar.text().isBlank()) {
      mistakes.add(file, scalar.line(), path, "the text is empty");
      return List.of();
    }
    return Arrays.stream(scalar.text().split("\n", -1))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> new Block.Paragraph(inline(line, scalar.line(), path)))
        .toList();
  }

  /// Running text, with what it refers to noted.
  List<Inline> inline(String text, int line, String path) {
    List<Inline> content =
        InlineParser.parse(text, problem -> mistakes.add(file, line, path, problem));
    note(content, line, path);
    return content;
  }

  private void note(List<Inline> content, int line, String path) {
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Words _ -> {}
        case Inline.Bold bold -> note(bold.content(), line, path);
        case Inline.Italic italic -> note(italic.content(), line, path);
        case Inline.Link link -> note(link.content(), line, path);
        case Inline.Footnote footnote -> note(footnote.content(), line, path);
        case Inline.CrossReference reference ->
            crossReferences.add(new Use(reference.target(), line, path));
        case Inline.Place place -> places.add(new Use(place.fillIn(), line, path));
      }
    }
  }

  private Block register(Fields fields) {
    String id = fields.text("register");
    boolean open = fields.flag("open", false);
    Optional<Register.View> view = view(fields, id);
    List<List<Block>> items = new ArrayList<>();
    for (Register.Choice choice : view.map(Register.View::choices).orElse(List.of())) {
      items.add(List.of(new Block.Paragraph(List.of(new Inline.Words(choice.label())))));
    }
    if (open) {
      items.add(List.of(new Block.Paragraph(List.of(new Inline.Words("…")))));
    }
    return new Block.Items(false, items);
  }

  /// The view that a field `register` names.
  Optional<Register.View> view(Fields fields, String id) {
    Optional<Register.View> view = registers.view(id);
    if (view.isEmpty() && !id.isEmpty()) {
      String known =
          registers.all().stream()
              .flatMap(register -> register.views().stream())
              .map(Register.View::id)
              .collect(Collectors.joining(", "));
      fields.mistake("register", "no register is called “" + id + "”; there are " + known);
    }
    return view;
  }

  private Block place(Fields fields) {
    String key = Keys.read(fields, "key");
    placeBlocks.add(new Use(key, fields.line("key"), fields.at("key")));
    FillInKind kind = FillInReader.kind(fields);
    String label = fields.text("label");
    String unit = fields.optionalText("unit");
    String register = FillInReader.register(fields, kind, this);
    List<Block> content = fields.has("blocks") ? blocks(fields, "blocks") : List.of();
    fields.done();
    return new Block.Place(key, kind, label, unit, register, content);
  }

  private Block table(Fields fields) {
    Fields table = inside("table", fields);
    List<Block.Row> rows = new ArrayList<>();
    if (table.has("columns")) {
      List<Block.Cell> cells = new ArrayList<>();
      List<Yaml> columns = table.items("columns");
      for (int i = 0; i < columns.size(); i++) {
        Block.Cell cell = cell(columns.get(i), table.at("columns") + "[" + i + "]");
        cells.add(new Block.Cell(true, cell.across(), cell.down(), cell.content()));
      }
      rows.add(new Block.Row(cells));
    }
    List<Yaml> written = table.items("rows");
    for (int i = 0; i < written.size(); i++) {
      String path = table.at("rows") + "[" + i + "]";
      if (written.get(i) instanceof Yaml.Sequence sequence) {
        List<Block.Cell> cells = new ArrayList<>();
        for (int j = 0; j < sequence.items().size(); j++) {
          cells.add(cell(sequence.items().get(j), path + "[" + j + "]"));
        }
        rows.add(new Block.Row(cells));
      } else {
        mistakes.add(file, written.get(i).line(), path, "a row must be a list of cells");
      }
    }
    table.done();
    TableShape.check(rows).ifPresent(problem -> fields.mistake("table", problem));
    return new Block.Table(rows);
  }

  private static boolean isCellField(Yaml.Entry entry) {
    return CELL_FIELDS.contains(entry.key());
  }

  private Block.Cell cell(Yaml value, String path) {
    return switch (value) {
      case Yaml.Scalar scalar when scalar.text().isBlank() ->
          new Block.Cell(false, 1, 1, List.of());
      case Yaml.Scalar _, Yaml.Sequence _ -> new Block.Cell(false, 1, 1, content(value, path));
      case Yaml.Mapping mapping
          when mapping.entries().stream().noneMatch(BlockReader::isCellField) ->
          new Block.Cell(false, 1, 1, content(value, path));
      case Yaml.Mapping _ -> {
        Fields fields = new Fields(file, value, path, mistakes);
        int across = fields.number("across", 1, 1, 20);
        int down = fields.number("down", 1, 1, 100);
        boolean header = fields.flag("header", false);
        Yaml inside = fields.value("cell").orElse(null);
        if (inside == null) {
          fields.mistake("cell", "the field is missing");
        }
        fields.done();
        yield new Block.Cell(
            header, across, down, inside == null ? List.of() : content(inside, path + ".cell"));
      }
    };
  }
}
