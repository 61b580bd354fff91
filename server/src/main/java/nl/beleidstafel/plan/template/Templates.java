package nl.beleidstafel.plan.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.yaml.MistakesException;

/// The model plans and registers that `config/` holds. Immutable, any thread.
public final class Templates {
  private final List<Template> all;
  private final Registers registers;

  Templates(List<Template> all, Registers registers) {
    this.all = List.copyOf(all);
    this.registers = registers;
  }

  /// Reads `registers/*.yaml` and `model-plans/*/plan.yaml` below the configuration folder.
  /// Blocking: for start-up. Throws {@link MistakesException} with every mistake found.
  public static Templates load(Path config) {
    return new TemplateReader(config.toAbsolutePath().normalize()).read();
  }

  /// By id, in alphabetical order.
  public List<Template> all() {
    return all;
  }

  public Optional<Template> find(String id) {
    return all.stream().filter(template -> template.id().equals(id)).findFirst();
  }

  public Registers registers() {
    return registers;
  }
}
