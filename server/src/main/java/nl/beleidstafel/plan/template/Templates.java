package nl.beleidstafel.plan.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /// The labels of the kinds of partners, by id.
  public Map<String, String> partnerKinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    registers
        .find("partner-kinds")
        .ifPresent(
            register -> register.entries().forEach(entry -> kinds.put(entry.id(), entry.label())));
    return kinds;
  }

  /// The keys of the sections of each model plan, by its id.
  public Map<String, Set<String>> keys() {
    Map<String, Set<String>> keys = new LinkedHashMap<>();
    for (Template template : all) {
      Set<String> own = new LinkedHashSet<>();
      template.sections().forEach(section -> own.add(section.key()));
      keys.put(template.id(), own);
    }
    return keys;
  }

  public Registers registers() {
    return registers;
  }
}
