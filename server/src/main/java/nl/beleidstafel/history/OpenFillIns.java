package nl.beleidstafel.history;

import java.util.List;
import nl.beleidstafel.prose.Filling;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Shape;

/// How many places of a text still wait for the municipality's own words. Pure.
final class OpenFillIns {
  private OpenFillIns() {}

  /// Those in help and in dropped examples are not counted: they do not come into the plan.
  static int count(List<Node> nodes) {
    int count = 0;
    for (Node node : nodes) {
      if (node instanceof Node.Element element) {
        count +=
            switch (element.shape()) {
              case Shape.Help _ -> 0;
              case Shape.Example(var _, var decision) when decision == Shape.Decision.DROP -> 0;
              case Shape.FillIn fillIn ->
                  (Filling.isOpen(fillIn, element.children()) ? 1 : 0) + count(element.children());
              case Shape _ -> count(element.children());
            };
      }
    }
    return count;
  }
}
