package nl.beleidstafel.plan.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns a section into the nodes that the editor's schema (version 1) has for it. Attributes that
/// have the schema's default are left out.
final class SectionNodes {
  private static final Map<String, Map<String, Object>> PLAIN = Map.of();

  private final TemplateSection section;
  private final Supplier<String> ids;

  private SectionNodes(TemplateSection section, Supplier<String> ids) {
    this.section = section;
    this.ids = ids;
  }

  /// The children of the document's root.
  static List<Node> of(TemplateSection section, Supplier<String> ids) {
    return new SectionNodes(section, ids).blocks(section.blocks());
  }

  private List<Node> blocks(List<? extends Block> blocks) {
    List<Node> nodes = new ArrayList<>();
    blocks.forEach(block -> nodes.add(block(block)));
    return nodes;
  }

  /// Blocks where the schema wants a place to type in any case.
  private List<Node> atLeastOne(List<Block> blocks) {
    return blocks.isEmpty() ? List.of(element("paragraph", Map.of(), List.of())) : blocks(blocks);
  }

  private Node block(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph ->
          element("paragraph", Map.of(), inline(paragraph.content(), PLAIN));
      case Block.Heading heading ->
          element(
              "heading", Map.of("level", (long) heading.level()), inline(heading.content(), PLAIN));
      case Block.Items items ->
          element(
              items.numbered() ? "orderedList" : "bulletList",
              Map.of(),
              items.items().stream()
                  .map(item -> element("listItem", Map.of(), atLeastOne(item)))
                  .toList());
      case Block.Table table ->
          element("table", Map.of(), table.rows().stream().map(this::row).toList());
      case Block.Example example ->
          element("example", Map.of("id", ids.get()), blocks(example.content()));
      case Block.Help help ->
          element(
              "help",
              Map.of("id", ids.get(), "title", help.title(), "icon", help.icon()),
              blocks(help.content()));
      case Block.Questions questions ->
          element(
              "questions",
              Map.of("id", ids.get(), "title", questions.title()),
              blocks(questions.content()));
      case Block.Place place ->
          element(
              "fillInBlock",
              fillIn(place.kind(), place.label(), place.unit(), place.register()),
              atLeastOne(place.content()));
    };
  }

  private Node row(Block.Row row) {
    return element("tableRow", Map.of(), row.cells().stream().map(this::cell).toList());
  }

  private Node cell(Block.Cell cell) {
    Map<String, Object> attributes = new HashMap<>();
    if (cell.across() > 1) {
      attributes.put("colspan", (long) cell.across());
    }
    if (cell.down() > 1) {
      attributes.put("rowspan", (long) cell.down());
    }
    String name = cell.header() ? "tableHeader" : "tableCell";
    return element(name, attributes, atLeastOne(cell.content()));
  }

  private Map<String, Object> fillIn(
      FillIn.Kind kind, String label, @Nullable String unit, @Nullable String register) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("id", ids.get());
    attributes.put("kind", kind.word());
    attributes.put("label", label);
    if (unit != null) {
      attributes.put("unit", unit);
    }
    if (register != null) {
      attributes.put("register", register);
    }
    return attributes;
  }

  private List<Node> inline(List<Inline> content, Map<String, Map<String, Object>> marks) {
    List<Node> nodes = new ArrayList<>();
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Words words -> append(nodes, new Node.Text(words.text(), marks));
        case Inline.Bold bold -> appendAll(nodes, inline(bold.content(), with(marks, "bold")));
        case Inline.Italic italic ->
            appendAll(nodes, inline(italic.content(), with(marks, "italic")));
        case Inline.Link link ->
            appendAll(
                nodes, inline(link.content(), with(marks, "link", Map.of("href", link.href()))));
        case Inline.Footnote footnote ->
            nodes.add(
                element("footnote", Map.of("id", ids.get()), inline(footnote.content(), PLAIN)));
        case Inline.CrossReference reference -> nodes.add(crossReference(reference));
        case Inline.Place place -> nodes.add(place(place.fillIn()));
      }
    }
    return nodes;
  }

  private static void appendAll(List<Node> nodes, List<Node> more) {
    more.forEach(node -> append(nodes, node));
  }

  /// Runs of the same marks become one, as they do in a Yjs text.
  private static void append(List<Node> nodes, Node node) {
    if (node instanceof Node.Text text
        && !nodes.isEmpty()
        && nodes.getLast() instanceof Node.Text last
        && last.marks().equals(text.marks())) {
      nodes.set(nodes.size() - 1, new Node.Text(last.text() + text.text(), text.marks()));
    } else {
      nodes.add(node);
    }
  }

  private Node crossReference(Inline.CrossReference reference) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("id", ids.get());
    attributes.put("target", reference.target());
    String text = reference.text();
    if (text != null) {
      attributes.put("text", text);
    }
    return element("crossReference", attributes, List.of());
  }

  private Node place(String key) {
    FillIn fillIn = section.fillIns().get(key);
    if (fillIn == null) {
      throw new IllegalStateException("the reader let a place without fill-in pass: " + key);
    }
    return element(
        "fillIn",
        fillIn(fillIn.kind(), fillIn.label(), fillIn.unit(), fillIn.register()),
        inline(fillIn.text(), PLAIN));
  }

  private static Node.Element element(
      String name, Map<String, Object> attributes, List<? extends Node> children) {
    return new Node.Element(name, attributes, List.copyOf(children));
  }

  private static Map<String, Map<String, Object>> with(
      Map<String, Map<String, Object>> marks, String mark) {
    return with(marks, mark, Map.of());
  }

  private static Map<String, Map<String, Object>> with(
      Map<String, Map<String, Object>> marks, String mark, Map<String, Object> attributes) {
    Map<String, Map<String, Object>> all = new HashMap<>(marks);
    all.put(mark, attributes);
    return all;
  }
}
