package nl.beleidstafel.history;

import java.util.List;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Run;
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
                  (fillIn.filled() && hasWords(element.children()) ? 0 : 1)
                      + count(element.children());
              case Shape _ -> count(element.children());
            };
      }
    }
    return count;
  }

  /// As the editor has it: something is there, and no "…" of the model plan is left.
  private static boolean hasWords(List<Node> nodes) {
    StringBuilder text = new StringBuilder();
    boolean other = gather(nodes, text);
    boolean waits = text.indexOf("…") >= 0 || text.indexOf("...") >= 0;
    return !waits && (other || !text.toString().isBlank());
  }

  /// Adds the text, and gives whether there is something else to see.
  private static boolean gather(List<Node> nodes, StringBuilder text) {
    boolean other = false;
    for (Node node : nodes) {
      switch (node) {
        case Node.Element element -> {
          Shape shape = element.shape();
          other |= shape instanceof Shape.Image || shape instanceof Shape.CrossReference;
          other |= gather(element.children(), text);
        }
        case Node.Words words -> {
          for (Run run : words.runs()) {
            if (run instanceof Run.Text(String chars, var _)) {
              text.append(chars);
            }
          }
        }
        case Node.Foreign _ -> {}
      }
    }
    return other;
  }
}
