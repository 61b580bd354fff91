package nl.beleidstafel.plan.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nl.beleidstafel.prose.Mark;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Run;
import nl.beleidstafel.prose.Shape;

/// Turns a section into the nodes that the editor's schema (version 1) has for it.
final class SectionNodes {
  private final TemplateSection section;
  private final Choices choices;
  private final Supplier<String> ids;

  private SectionNodes(TemplateSection section, Choices choices, Supplier<String> ids) {
    this.section = section;
    this.choices = choices;
    this.ids = ids;
  }

  /// The children of the document's root.
  static List<Node> of(TemplateSection section, Choices choices, Supplier<String> ids) {
    return new SectionNodes(section, choices, ids).blocks(section.blocks());
  }

  private List<Node> blocks(List<? extends Block> blocks) {
    List<Node> nodes = new ArrayList<>();
    blocks.forEach(block -> nodes.add(block(block)));
    return nodes;
  }

  /// Blocks where the schema wants a place to type in any case.
  private List<Node> atLeastOne(List<Block> blocks) {
    return blocks.isEmpty() ? List.of(element(new Shape.Paragraph(), List.of())) : blocks(blocks);
  }

  private Node block(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph ->
          element(new Shape.Paragraph(), inline(paragraph.content(), List.of()));
      case Block.Heading heading ->
          element(new Shape.Heading(heading.level()), inline(heading.content(), List.of()));
      case Block.Items items ->
          element(
              items.numbered() ? new Shape.OrderedList(1) : new Shape.BulletList(),
              items.items().stream()
                  .map(item -> element(new Shape.ListItem(), atLeastOne(item)))
                  .toList());
      case Block.Table table ->
          element(new Shape.Table(), table.rows().stream().map(this::row).toList());
      case Block.Example example ->
          element(new Shape.Example(ids.get(), Shape.Decision.OPEN), blocks(example.content()));
      case Block.Help help ->
          element(new Shape.Help(ids.get(), help.title(), help.icon()), blocks(help.content()));
      case Block.Questions questions ->
          element(new Shape.Questions(ids.get(), questions.title()), blocks(questions.content()));
      case Block.Place place -> place(place);
    };
  }

  private Node place(Block.Place place) {
    Choices.Chosen chosen = choices.of(place.register());
    Shape shape =
        new Shape.FillIn(
            true,
            ids.get(),
            place.kind(),
            place.label(),
            place.unit(),
            place.register(),
            chosen != null);
    return element(
        shape,
        atLeastOne(
            place.content().stream()
                .map(block ->
                    chosen != null && block instanceof Block.Items(boolean numbered, var items)
                        ? new Block.Items(numbered, chosen.of(items))
                        : block)
                .toList()));
  }

  private Node row(Block.Row row) {
    return element(new Shape.TableRow(), row.cells().stream().map(this::cell).toList());
  }

  private Node cell(Block.Cell cell) {
    return element(
        new Shape.Cell(cell.header(), cell.across(), cell.down(), null),
        atLeastOne(cell.content()));
  }

  private List<Node> inline(List<Inline> content, List<Mark> marks) {
    List<Node> nodes = new ArrayList<>();
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Words words -> append(nodes, words(words.text(), marks));
        case Inline.Bold bold ->
            appendAll(nodes, inline(bold.content(), with(marks, Mark.of(Mark.Kind.BOLD))));
        case Inline.Italic italic ->
            appendAll(nodes, inline(italic.content(), with(marks, Mark.of(Mark.Kind.ITALIC))));
        case Inline.Link link ->
            appendAll(nodes, inline(link.content(), with(marks, Mark.link(link.href()))));
        case Inline.Footnote footnote ->
            nodes.add(
                element(new Shape.Footnote(ids.get()), inline(footnote.content(), List.of())));
        case Inline.CrossReference reference ->
            nodes.add(
                element(
                    new Shape.CrossReference(ids.get(), reference.target(), reference.text()),
                    List.of()));
        case Inline.Place place -> nodes.add(place(place.fillIn()));
      }
    }
    return nodes;
  }

  private static Node.Words words(String text, List<Mark> marks) {
    return new Node.Words(List.of(new Run.Text(text, marks)));
  }

  private static void appendAll(List<Node> nodes, List<Node> more) {
    more.forEach(node -> append(nodes, node));
  }

  /// Words that touch become one text, and runs of the same marks one run, as in an editor.
  private static void append(List<Node> nodes, Node node) {
    if (node instanceof Node.Words words
        && !nodes.isEmpty()
        && nodes.getLast() instanceof Node.Words before) {
      List<Run> runs = new ArrayList<>(before.runs());
      words.runs().forEach(run -> append(runs, run));
      nodes.set(nodes.size() - 1, new Node.Words(runs));
    } else {
      nodes.add(node);
    }
  }

  private static void append(List<Run> runs, Run run) {
    if (run instanceof Run.Text(String text, var marks)
        && runs.getLast() instanceof Run.Text(String before, var same)
        && same.equals(marks)) {
      runs.set(runs.size() - 1, new Run.Text(before + text, marks));
    } else {
      runs.add(run);
    }
  }

  private Node place(String key) {
    FillIn fillIn = section.fillIns().get(key);
    if (fillIn == null) {
      throw new IllegalStateException("the reader let a place without fill-in pass: " + key);
    }
    Shape shape =
        new Shape.FillIn(
            false,
            ids.get(),
            fillIn.kind(),
            fillIn.label(),
            fillIn.unit(),
            fillIn.register(),
            false);
    return element(shape, inline(fillIn.text(), List.of()));
  }

  private static Node.Element element(Shape shape, List<? extends Node> children) {
    return Node.Element.of(shape, children);
  }

  private static List<Mark> with(List<Mark> marks, Mark mark) {
    List<Mark> all = new ArrayList<>(marks);
    all.removeIf(other -> other.key().equals(mark.key()));
    all.add(mark);
    return all;
  }
}
