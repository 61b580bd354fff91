package nl.beleidstafel.plan.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A list of names that several places of a plan share, such as the settings of drug use. Places
/// that name or order them differently have a view of their own; the entries stay the same.
/// Immutable.
///
/// @param id the name of its file
/// @param title in Dutch
/// @param entries in their own order, with unique ids
/// @param views at least one, with ids that are unique over all registers
public record Register(String id, String title, List<Entry> entries, List<View> views) {

  /// One thing that can be chosen or named.
  ///
  /// @param parent the id of the wider entry it is a piece of, or null
  /// @param aliases other names for it
  public record Entry(String id, String label, @Nullable String parent, List<String> aliases) {
    public Entry {
      aliases = List.copyOf(aliases);
    }
  }

  /// How one place shows the register: which entries, in which order, under which names.
  public record View(String id, String title, List<Choice> choices) {
    public View {
      choices = List.copyOf(choices);
    }
  }

  /// An entry as a view names it.
  public record Choice(String entry, String label) {}

  public Register {
    entries = List.copyOf(entries);
    views = List.copyOf(views);
  }

  public Optional<View> view(String viewId) {
    return views.stream().filter(view -> view.id().equals(viewId)).findFirst();
  }

  /// The entry that goes by this id, label or alias; letters count, case does not.
  public Optional<Entry> named(String name) {
    return entries.stream()
        .filter(entry ->
            entry.id().equalsIgnoreCase(name)
                || entry.label().equalsIgnoreCase(name)
                || entry.aliases().stream().anyMatch(name::equalsIgnoreCase))
        .findFirst();
  }

  /// The choices of a view that speak of this entry: itself, what it is a piece of, or a piece of
  /// it. Empty where the view leaves it out.
  public List<Choice> related(String entryId, String viewId) {
    Map<String, Entry> byId = new HashMap<>();
    entries.forEach(entry -> byId.put(entry.id(), entry));
    Set<String> above = line(entryId, byId);
    List<Choice> related = new ArrayList<>();
    for (Choice choice : view(viewId).map(View::choices).orElse(List.of())) {
      if (above.contains(choice.entry()) || line(choice.entry(), byId).contains(entryId)) {
        related.add(choice);
      }
    }
    return related;
  }

  private static Set<String> line(String from, Map<String, Entry> byId) {
    Set<String> line = new HashSet<>();
    String id = from;
    while (id != null && line.add(id)) {
      Entry entry = byId.get(id);
      id = entry == null ? null : entry.parent();
    }
    return line;
  }
}
