package nl.beleidstafel.prose;

import java.util.List;

/// When a place for the municipality's own words is filled. Pure; as the editor has it.
public final class Filling {
  private Filling() {}

  /// Open until somebody worked on it and left nothing to fill. The content has a say of its own,
  /// because two people may have raced on the stored state.
  public static boolean isOpen(Shape.FillIn fillIn, List<Node> content) {
    return !(fillIn.filled() && hasWords(content));
  }

  /// Something is there, and no "…" of the model plan is left.
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
