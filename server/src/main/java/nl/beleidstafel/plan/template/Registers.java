package nl.beleidstafel.plan.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All registers of `config/registers/`. Immutable, any thread.
public final class Registers {
  private final List<Register> all;

  Registers(List<Register> all) {
    this.all = List.copyOf(all);
  }

  /// By id, in alphabetical order.
  public List<Register> all() {
    return all;
  }

  public Optional<Register> find(String id) {
    return all.stream().filter(register -> register.id().equals(id)).findFirst();
  }

  /// Whether a view has all of these entries.
  public boolean hasAll(String viewId, Set<String> entries) {
    Set<String> known = new HashSet<>();
    view(viewId).ifPresent(view -> view.choices().forEach(choice -> known.add(choice.entry())));
    return known.containsAll(entries);
  }

  /// Chosen entries as their places in a plan name them. A view of which nothing was chosen is left
  /// as the model plan has it.
  ///
  /// @param entries by the id of a view
  public Choices choices(Map<String, Set<String>> entries) {
    Map<String, Choices.Chosen> byView = new HashMap<>();
    entries.forEach((viewId, chosen) -> {
      Set<String> all = new HashSet<>();
      Set<String> labels = new HashSet<>();
      for (Register.Choice choice : view(viewId).map(Register.View::choices).orElse(List.of())) {
        all.add(choice.label());
        if (chosen.contains(choice.entry())) {
          labels.add(choice.label());
        }
      }
      if (!labels.isEmpty()) {
        byView.put(viewId, new Choices.Chosen(all, labels));
      }
    });
    return new Choices(byView);
  }

  /// The view with this id, of whichever register has it.
  public Optional<Register.View> view(String viewId) {
    return all.stream().flatMap(register -> register.view(viewId).stream()).findFirst();
  }
}
