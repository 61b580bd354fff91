package nl.beleidstafel.plan.template;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong during one load, so that an author sees everything at once.
final class Mistakes {
  private final List<Mistake> found = new ArrayList<>();

  void add(String file, int line, String field, String problem) {
    found.add(new Mistake(file, line, field, problem));
  }

  int count() {
    return found.size();
  }

  /// Throws where anything was found.
  void check() {
    if (!found.isEmpty()) {
      throw new TemplateException(found);
    }
  }
}
