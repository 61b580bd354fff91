package nl.beleidstafel.prose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Bytes;
import org.jspecify.annotations.Nullable;

/// Random trees: those of the editor's schema, or with nodes, marks and attributes that nobody
/// knows.
final class RandomProse {
  private static final int DEPTH_MAX = 4;

  private final SplittableRandom random;
  private final boolean strange;

  RandomProse(SplittableRandom random, boolean strange) {
    this.random = random;
    this.strange = strange;
  }

  List<Node> tree() {
    return blocks(0);
  }

  private List<Node> blocks(int depth) {
    List<Node> blocks = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      blocks.add(block(depth));
    }
    return blocks;
  }

  private Node block(int depth) {
    if (strange && random.nextInt(4) == 0) {
      return strangeNode(depth);
    }
    List<Shape> leaves = List.of(new Shape.Paragraph(), new Shape.Heading(2 + random.nextInt(3)));
    if (depth >= DEPTH_MAX || random.nextInt(3) == 0) {
      return element(leaves.get(random.nextInt(leaves.size())), inline(depth));
    }
    return switch (random.nextInt(8)) {
      case 0 -> element(new Shape.Blockquote(), blocks(depth + 1));
      case 1 -> list(depth);
      case 2 -> table(depth);
      case 3 -> element(new Shape.HorizontalRule(), List.of());
      case 4 ->
          element(
              new Shape.Image("/v1/images/" + word(), word(), maybe(word()), maybe(300)),
              List.of());
      case 5 ->
          element(
              new Shape.Example(maybe("id"), oneOf(Shape.Decision.values())), blocks(depth + 1));
      case 6 ->
          random.nextBoolean()
              ? element(new Shape.Help("id", word(), random.nextBoolean()), blocks(depth + 1))
              : element(new Shape.Questions(maybe("id"), word()), blocks(depth + 1));
      default -> element(fillIn(true), blocks(depth + 1));
    };
  }

  private Node list(int depth) {
    Shape shape =
        random.nextBoolean() ? new Shape.BulletList() : new Shape.OrderedList(random.nextInt(3));
    List<Node> items = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      items.add(element(new Shape.ListItem(), blocks(depth + 1)));
    }
    return element(shape, items);
  }

  private Node table(int depth) {
    List<Node> rows = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      List<Integer> widths = random.nextBoolean() ? List.of(100, 20) : null;
      Shape cell = new Shape.Cell(random.nextBoolean(), 1 + random.nextInt(2), 1, widths);
      rows.add(element(new Shape.TableRow(), List.of(element(cell, blocks(depth + 1)))));
    }
    return element(new Shape.Table(), rows);
  }

  private Shape fillIn(boolean block) {
    FillInKind kind = oneOf(FillInKind.values());
    boolean filled = random.nextBoolean();
    return new Shape.FillIn(block, "id", kind, word(), maybe("%"), maybe("settings"), filled);
  }

  private List<Node> inline(int depth) {
    List<Node> nodes = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      boolean deep = depth >= DEPTH_MAX + 2;
      nodes.add(
          switch (random.nextInt(deep ? 4 : 9)) {
            case 0 -> element(new Shape.HardBreak(), List.of());
            case 1 -> element(fillIn(false), deep ? List.of() : inline(depth + 1));
            case 2 ->
                element(new Shape.CrossReference(maybe("id"), "3.4", maybe(word())), List.of());
            case 3 -> element(new Shape.Evidence(maybe("id")), List.of());
            case 4 -> element(new Shape.Footnote("id"), inline(depth + 1));
            default -> words();
          });
    }
    return nodes;
  }

  private Node words() {
    List<Run> runs = new ArrayList<>();
    List<Mark> before = List.of();
    for (int i = random.nextInt(4); i > 0; i--) {
      List<Mark> marks = marks();
      // A text joins runs of the same marks.
      if (runs.isEmpty() || !marks.equals(before)) {
        boolean embed = strange && random.nextInt(6) == 0;
        runs.add(embed ? new Run.Embed(value(0), marks) : new Run.Text(word(), marks));
        before = marks;
      }
    }
    return new Node.Words(runs, strange && random.nextInt(4) == 0 ? attributes() : Attributes.NONE);
  }

  private List<Mark> marks() {
    Map<String, Mark> marks = new HashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Mark.Kind kind = oneOf(Mark.Kind.values());
      Mark mark =
          switch (kind) {
            case LINK -> Mark.link("https://" + word());
            case UNKNOWN -> strange ? new Mark("by--0Az+/=12", value(0)) : Mark.of(Mark.Kind.BOLD);
            case BOLD, ITALIC, UNDERLINE, STRIKE, SUPERSCRIPT, SUBSCRIPT -> Mark.of(kind);
          };
      if (mark.value() != null) {
        marks.put(mark.key(), mark);
      }
    }
    return marks.values().stream().sorted(Comparator.comparing(Mark::key)).toList();
  }

  private Node strangeNode(int depth) {
    List<String> names = List.of("timeline", "paragraph", "Kop", "heading", "doc", "fillIn");
    String name = names.get(random.nextInt(names.size()));
    List<Node> inside = random.nextBoolean() || depth >= DEPTH_MAX ? inline(depth) : blocks(depth);
    return new Node.Element(name, attributes(), inside);
  }

  private Attributes attributes() {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (String name : List.of("level", "id", "kind", "née", "decision", "colwidth")) {
      if (random.nextInt(3) == 0) {
        values.put(name, value(0));
      }
    }
    if (random.nextInt(8) == 0) {
      values.put("raw", Bytes.ofHex("00ff"));
    }
    return Attributes.of(values);
  }

  private @Nullable Object value(int depth) {
    return switch (random.nextInt(depth < 2 ? 9 : 7)) {
      case 0 -> null;
      case 1 -> random.nextLong(1L << 50);
      case 2 -> random.nextDouble();
      case 3 -> word();
      case 4 -> random.nextBoolean();
      case 5 -> 2L;
      case 6 -> List.of();
      case 7 -> Arrays.asList(value(depth + 1), value(depth + 1));
      default -> {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put("b", word());
        map.put("a", List.of(1L));
        yield map;
      }
    };
  }

  private Node.Element element(Shape shape, List<? extends Node> children) {
    return Node.Element.of(shape, children);
  }

  private <T> T oneOf(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }

  private String word() {
    List<String> words = List.of("wijk", " ", "é", "好", "😀", "„nee”", "a<b&c", "\"", "x");
    return words.get(random.nextInt(words.size()));
  }
}
