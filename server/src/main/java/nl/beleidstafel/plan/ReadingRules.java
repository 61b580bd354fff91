package nl.beleidstafel.plan;

import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Shape;

/// What of a section belongs to the result. Pure. Rule O8 of `docs/spec.md`.
final class ReadingRules {
  private ReadingRules() {}

  /// Without what is there for the writers only: explanations, guiding questions, examples that
  /// were dropped. An example that somebody kept or adapted is standard text.
  static List<Node> result(List<Node> nodes) {
    List<Node> kept = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Node.Element element) {
        kept.addAll(result(element));
      } else {
        kept.add(node);
      }
    }
    return kept;
  }

  private static List<Node> result(Node.Element element) {
    List<Node> children = result(element.children());
    return switch (element.shape()) {
      case Shape.Help _, Shape.Questions _ -> List.of();
      case Shape.Example(var _, Shape.Decision decision) ->
          switch (decision) {
            case DROP -> List.of();
            case KEEP, ADAPT -> children;
            case OPEN -> List.of(with(element, children));
          };
      case Shape.ListItem _ when children.isEmpty() && !element.children().isEmpty() -> List.of();
      default -> List.of(with(element, children));
    };
  }

  private static Node with(Node.Element element, List<Node> children) {
    return new Node.Element(element.name(), element.attributes(), children);
  }
}
