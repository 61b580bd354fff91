package nl.beleidstafel.plan.template;

import java.util.List;
import java.util.Optional;

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

  /// The view with this id, of whichever register has it.
  public Optional<Register.View> view(String viewId) {
    return all.stream().flatMap(register -> register.view(viewId).stream()).findFirst();
  }
}
