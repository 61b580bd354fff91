package nl.beleidstafel.yaml;

import java.util.List;

/// A value of a YAML file that knows its line. Immutable.
public sealed interface Yaml {
  /// Counted from 1.
  int line();

  /// Anything that is not a list or a mapping, as it was written: `3.10` stays `3.10`.
  record Scalar(int line, String text) implements Yaml {}

  record Sequence(int line, List<Yaml> items) implements Yaml {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  record Mapping(int line, List<Entry> entries) implements Yaml {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  record Entry(int line, String key, Yaml value) {}

  /// What it is, for a sentence about a mistake.
  default String what() {
    return switch (this) {
      case Scalar scalar -> scalar.text().isEmpty() ? "nothing" : "text";
      case Sequence _ -> "a list";
      case Mapping _ -> "a group of fields";
    };
  }
}
