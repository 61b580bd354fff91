package nl.beleidstafel.yaml;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong during one load, so that an author sees everything at once.
public final class Mistakes {
  private final List<Mistake> found = new ArrayList<>();

  public void add(String file, int line, String field, String problem) {
    found.add(new Mistake(file, line, field, problem));
  }

  public int count() {
    return found.size();
  }

  /// Throws where anything was found.
  public void check() {
    if (!found.isEmpty()) {
      throw new MistakesException(found);
    }
  }
}
