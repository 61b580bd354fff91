package nl.beleidstafel.plan.template;

import java.util.List;
import java.util.Optional;

/// A model plan that new plans are made from. Immutable, any thread.
///
/// @param id what the API calls it: the name of its folder
/// @param title for people, in Dutch
/// @param description one or two sentences for whoever chooses a template
/// @param sections in reading order, at least one, with unique keys
public record Template(
    String id, String title, String description, List<TemplateSection> sections) {

  public Template {
    sections = List.copyOf(sections);
  }

  /// The section with this key, for example `3.4` or `B1`.
  public Optional<TemplateSection> section(String key) {
    return sections.stream().filter(section -> section.key().equals(key)).findFirst();
  }
}
