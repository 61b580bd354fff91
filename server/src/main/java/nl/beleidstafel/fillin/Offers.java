package nl.beleidstafel.fillin;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What registers offer to choose from. Any thread; nothing waits.
public interface Offers {
  /// What one place of the plan offers of a register.
  record View(String id, String title, List<Choice> choices) {
    public View {
      choices = List.copyOf(choices);
    }
  }

  /// @param names other words for it
  record Choice(String entry, String label, List<String> names) {
    public Choice {
      names = List.copyOf(names);
    }
  }

  /// The view with this id, if there is one.
  Optional<View> view(String id);

  /// The entries that speak of this one in a view: itself, what it is a piece of, or a piece of it.
  Set<String> related(String entry, String view);

  /// How a view calls one of its entries.
  default String label(String entry, String view) {
    return view(view).stream()
        .flatMap(each -> each.choices().stream())
        .filter(choice -> choice.entry().equals(entry))
        .map(Choice::label)
        .findFirst()
        .orElse(entry);
  }
}
