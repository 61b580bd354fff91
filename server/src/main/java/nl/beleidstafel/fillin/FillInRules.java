package nl.beleidstafel.fillin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.prose.FillInKind;
import nl.beleidstafel.prose.Filling;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Run;
import nl.beleidstafel.prose.Shape;
import org.jspecify.annotations.Nullable;

/// Reads a text for its fill-ins and examples. Pure. Rules F1 to F4 of `docs/spec.md`.
final class FillInRules {
  private static final int ID_LENGTH_MAX = 100;

  private final Offers offers;
  private final List<Found.Place> places = new ArrayList<>();
  private final List<Found.Passage> passages = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private FillInRules(Offers offers) {
    this.offers = offers;
  }

  /// What is in explanations and in dropped examples is left out: it does not come into the plan.
  static Found read(List<Node> nodes, Offers offers) {
    FillInRules rules = new FillInRules(offers);
    rules.visit(nodes, null);
    return new Found(rules.places, rules.passages);
  }

  private void visit(List<Node> nodes, @Nullable String parent) {
    for (Node node : nodes) {
      if (node instanceof Node.Element element) {
        visit(element, parent);
      }
    }
  }

  private void visit(Node.Element element, @Nullable String parent) {
    switch (element.shape()) {
      case Shape.Help _, Shape.Questions _ -> {}
      case Shape.Example(String id, Shape.Decision decision) -> {
        if (passages.size() < Limits.FILL_INS_OF_SECTION_MAX) {
          passages.add(new Found.Passage(unique(id), decision, excerpt(text(element.children()))));
        }
        if (decision != Shape.Decision.DROP) {
          visit(element.children(), parent);
        }
      }
      case Shape.FillIn fillIn -> {
        if (places.size() < Limits.FILL_INS_OF_SECTION_MAX) {
          String id = unique(fillIn.id());
          places.add(place(id, parent, fillIn, element.children()));
          visit(element.children(), id);
        }
      }
      case Shape _ -> visit(element.children(), parent);
    }
  }

  /// A node without an id, and a copy that shares its id, is counted all the same.
  private String unique(@Nullable String id) {
    String given = id == null || id.isEmpty() ? "-" : cut(id, ID_LENGTH_MAX);
    String own = given;
    for (int copy = 2; !ids.add(own); copy++) {
      own = given + "~" + copy;
    }
    return own;
  }

  private Found.Place place(
      String id, @Nullable String parent, Shape.FillIn fillIn, List<Node> content) {
    String register = fillIn.register();
    return new Found.Place(
        id,
        parent,
        fillIn.kind(),
        excerpt(fillIn.label()),
        fillIn.unit() == null ? null : cut(fillIn.unit(), ID_LENGTH_MAX),
        register == null ? null : cut(register, ID_LENGTH_MAX),
        Filling.isOpen(fillIn, content),
        excerpt(text(content)),
        register == null ? List.of() : entries(register, fillIn.kind(), content));
  }

  private List<String> entries(String register, FillInKind kind, List<Node> content) {
    Optional<Offers.View> view = offers.view(register);
    if (view.isEmpty()) {
      return List.of();
    }
    Set<String> chosen = new LinkedHashSet<>();
    for (String words : kind == FillInKind.TABLE ? rowNames(content) : itemsOf(content)) {
      entry(view.get(), words).ifPresent(chosen::add);
    }
    return chosen.stream().limit(Limits.CHOICES_OF_FILL_IN_MAX).toList();
  }

  /// The entry that goes by these words; letters count, case and a mark at the end do not.
  static Optional<String> entry(Offers.View view, String words) {
    String wanted = plain(words);
    return view.choices().stream()
        .filter(choice ->
            plain(choice.label()).equals(wanted)
                || choice.names().stream().anyMatch(name -> plain(name).equals(wanted)))
        .map(Offers.Choice::entry)
        .findFirst();
  }

  private static String plain(String words) {
    return words.strip().toLowerCase(Locale.ROOT).replaceAll("[.;,]+$", "");
  }

  /// The words of each item of the lists that stand in it.
  private static List<String> itemsOf(List<Node> nodes) {
    List<String> items = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Node.Element element) {
        switch (element.shape()) {
          case Shape.ListItem _ -> items.add(text(element.children()));
          case Shape.FillIn _, Shape.Help _, Shape.Questions _ -> {}
          case Shape _ -> items.addAll(itemsOf(element.children()));
        }
      }
    }
    return items;
  }

  /// The names of those rows of a table that say something.
  private static List<String> rowNames(List<Node> nodes) {
    List<String> names = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Node.Element element) {
        if (element.shape() instanceof Shape.TableRow) {
          rowName(element).ifPresent(names::add);
        } else {
          names.addAll(rowNames(element.children()));
        }
      }
    }
    return names;
  }

  private static Optional<String> rowName(Node.Element row) {
    List<Node> cells = row.children();
    if (cells.size() < 2
        || !(cells.getFirst() instanceof Node.Element first)
        || text(cells.subList(1, cells.size())).isBlank()) {
      return Optional.empty();
    }
    return Optional.of(text(first.children()));
  }

  /// The words of nodes, blocks apart, without what does not come into the plan.
  static String text(List<Node> nodes) {
    StringBuilder text = new StringBuilder();
    gather(nodes, text);
    return text.toString().strip().replaceAll("\\s+", " ");
  }

  private static void gather(List<Node> nodes, StringBuilder text) {
    for (Node node : nodes) {
      switch (node) {
        case Node.Element element -> {
          switch (element.shape()) {
            case Shape.Help _, Shape.Questions _, Shape.Footnote _ -> {}
            case Shape.FillIn fillIn when !fillIn.block() -> gather(element.children(), text);
            case Shape _ -> {
              text.append(' ');
              gather(element.children(), text);
              text.append(' ');
            }
          }
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
  }

  private static String excerpt(String text) {
    return cut(text, Limits.FILL_IN_EXCERPT_MAX);
  }

  /// No NUL, which no row can hold; no half of a pair at the end.
  private static String cut(String text, int lengthMax) {
    String fit = text.replace("\0", "");
    if (fit.length() <= lengthMax) {
      return fit;
    }
    int end = Character.isHighSurrogate(fit.charAt(lengthMax - 2)) ? lengthMax - 2 : lengthMax - 1;
    return fit.substring(0, end) + "…";
  }
}
