package nl.beleidstafel.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Run;
import nl.beleidstafel.prose.Shape;

/// Puts a piece of evidence behind words of a section's tree. Pure.
final class Citing {
  private final String words;
  private final Node chip;
  private boolean found;

  private Citing(String words, String evidence) {
    this.words = words;
    this.chip = Node.Element.of(new Shape.Evidence(evidence), List.of());
  }

  /// The tree with the evidence behind the first place where these words stand together; empty
  /// where they stand nowhere.
  static Optional<List<Node>> behind(List<Node> tree, String words, String evidence) {
    Citing citing = new Citing(words, evidence);
    List<Node> cited = citing.nodes(tree);
    return citing.found ? Optional.of(cited) : Optional.empty();
  }

  /// The ids of all evidence in a tree.
  static List<String> evidenceIn(List<Node> tree) {
    List<String> ids = new ArrayList<>();
    for (Node node : tree) {
      if (node instanceof Node.Element element) {
        if (element.shape() instanceof Shape.Evidence(String id) && id != null) {
          ids.add(id);
        }
        ids.addAll(evidenceIn(element.children()));
      }
    }
    return ids;
  }

  private List<Node> nodes(List<Node> nodes) {
    List<Node> cited = new ArrayList<>();
    for (Node node : nodes) {
      switch (node) {
        case Node.Element element when !found ->
            cited.add(
                new Node.Element(element.name(), element.attributes(), nodes(element.children())));
        case Node.Words text when !found -> cited.addAll(split(text));
        case Node _ -> cited.add(node);
      }
    }
    return cited;
  }

  /// The text, or what of it stands before and behind the evidence.
  private List<Node> split(Node.Words text) {
    StringBuilder plain = new StringBuilder();
    for (Run run : text.runs()) {
      plain.append(run instanceof Run.Text(String chars, var _) ? chars : "\ufffc");
    }
    int at = plain.indexOf(words);
    if (at < 0) {
      return List.of(text);
    }
    found = true;
    int end = at + words.length();
    List<Run> before = new ArrayList<>();
    List<Run> behind = new ArrayList<>();
    int position = 0;
    for (Run run : text.runs()) {
      String chars = run instanceof Run.Text(String all, var _) ? all : "\ufffc";
      int cut = Math.clamp(end - position, 0, chars.length());
      add(before, run, chars.substring(0, cut));
      add(behind, run, chars.substring(cut));
      position += chars.length();
    }
    List<Node> parts = new ArrayList<>(List.of(new Node.Words(before, text.attributes()), chip));
    if (!behind.isEmpty()) {
      parts.add(new Node.Words(behind, text.attributes()));
    }
    return parts;
  }

  private static void add(List<Run> runs, Run run, String chars) {
    if (!chars.isEmpty()) {
      runs.add(run instanceof Run.Text ? new Run.Text(chars, run.marks()) : run);
    }
  }
}
