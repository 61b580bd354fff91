package nl.beleidstafel.demonstration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.prose.Attributes;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Run;
import nl.beleidstafel.prose.Shape;
import org.jspecify.annotations.Nullable;

/// Puts words into the places of a section's tree, as somebody who types them would. Pure.
final class Weaving {
  private final Script.Filling filling;
  private boolean found;

  private Weaving(Script.Filling filling) {
    this.filling = filling;
  }

  /// The tree with that place filled; the same where it was filled before; empty where there is no
  /// such place.
  static Optional<List<Node>> fill(List<Node> tree, Script.Filling filling) {
    Weaving weaving = new Weaving(filling);
    List<Node> woven = weaving.nodes(tree, List.of());
    return weaving.found ? Optional.of(woven) : Optional.empty();
  }

  private List<Node> nodes(List<Node> nodes, List<String> around) {
    List<Node> woven = new ArrayList<>();
    for (Node node : nodes) {
      woven.add(!found && node instanceof Node.Element element ? element(element, around) : node);
    }
    return woven;
  }

  private Node element(Node.Element element, List<String> around) {
    if (!(element.shape() instanceof Shape.FillIn place)) {
      return with(element, nodes(element.children(), around));
    }
    if (isMeant(place, around)) {
      found = true;
      return place.filled() ? element : filled(element, place);
    }
    List<String> inner = new ArrayList<>(around);
    inner.add(place.label());
    return with(element, nodes(element.children(), inner));
  }

  private boolean isMeant(Shape.FillIn place, List<String> around) {
    String inside = filling.inside();
    return place.label().equals(filling.label()) && (inside == null || around.contains(inside));
  }

  private Node filled(Node.Element element, Shape.FillIn place) {
    Map<String, @Nullable Object> attributes = new HashMap<>(element.attributes().values());
    attributes.putAll(filledShape(place).attributes().values());
    return new Node.Element(element.name(), Attributes.of(attributes), content(element));
  }

  private static Shape filledShape(Shape.FillIn place) {
    return new Shape.FillIn(
        place.block(),
        place.id(),
        place.kind(),
        place.label(),
        place.unit(),
        place.register(),
        true);
  }

  private List<Node> content(Node.Element element) {
    return switch (filling.content()) {
      case Script.Content.Words(String text) -> List.of(Node.Words.of(text));
      case Script.Content.Blocks(List<Script.Part> parts) -> blocks(parts, element.children());
      case Script.Content.Chosen(List<String> labels) ->
          chosen(element.children(), Set.copyOf(labels));
    };
  }

  private List<Node> blocks(List<Script.Part> parts, List<Node> had) {
    List<Node> blocks = new ArrayList<>();
    parts.forEach(part -> blocks.add(block(part)));
    String keep = filling.keep();
    if (keep != null) {
      had.stream().filter(block -> holds(block, keep)).forEach(blocks::add);
    }
    return blocks;
  }

  private static boolean holds(Node node, String label) {
    return node instanceof Node.Element element
        && ((element.shape() instanceof Shape.FillIn place && place.label().equals(label))
            || element.children().stream().anyMatch(child -> holds(child, label)));
  }

  private static Node block(Script.Part part) {
    return switch (part) {
      case Script.Part.Text(String text) -> paragraph(text);
      case Script.Part.Items(List<String> items) ->
          Node.Element.of(
              new Shape.BulletList(),
              items.stream()
                  .map(item -> Node.Element.of(new Shape.ListItem(), List.of(paragraph(item))))
                  .toList());
      case Script.Part.Table(List<List<String>> rows) -> {
        List<Node> made = new ArrayList<>();
        for (List<String> row : rows) {
          made.add(row(row, made.isEmpty()));
        }
        yield Node.Element.of(new Shape.Table(), made);
      }
    };
  }

  private static Node row(List<String> cells, boolean heads) {
    List<Node> made = new ArrayList<>();
    for (String cell : cells) {
      Shape.Cell shape = new Shape.Cell(heads || made.isEmpty(), 1, 1, null);
      made.add(Node.Element.of(shape, List.of(paragraph(cell))));
    }
    return Node.Element.of(new Shape.TableRow(), made);
  }

  private static Node paragraph(String text) {
    return Node.Element.of(new Shape.Paragraph(), List.of(Node.Words.of(text)));
  }

  /// Of the lists in the place, the items that are chosen.
  private static List<Node> chosen(List<Node> blocks, Set<String> wanted) {
    List<Node> kept = new ArrayList<>();
    for (Node block : blocks) {
      if (block instanceof Node.Element element && element.shape() instanceof Shape.BulletList) {
        kept.add(
            with(
                element,
                element.children().stream().filter(item -> wanted.contains(text(item))).toList()));
      } else {
        kept.add(block);
      }
    }
    return kept;
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    addText(node, text);
    return text.toString().strip();
  }

  private static void addText(Node node, StringBuilder text) {
    switch (node) {
      case Node.Element element -> element.children().forEach(child -> addText(child, text));
      case Node.Words words -> words.runs().forEach(run -> addText(run, text));
      case Node.Foreign _ -> {}
    }
  }

  private static void addText(Run run, StringBuilder text) {
    if (run instanceof Run.Text(String chars, var _)) {
      text.append(chars);
    }
  }

  private static Node with(Node.Element element, List<? extends Node> children) {
    return new Node.Element(element.name(), element.attributes(), List.copyOf(children));
  }
}
