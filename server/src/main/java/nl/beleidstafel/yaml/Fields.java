package nl.beleidstafel.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one group of fields and notes what is wrong with it. Each reading method gives a harmless
/// value after a mistake, so that reading goes on. {@link #done} reports the fields nobody asked
/// for.
public final class Fields {
  private final String file;
  private final int line;
  private final String path;
  private final Mistakes mistakes;
  private final Map<String, Yaml.Entry> entries = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  /// @param path the way to this group, empty at the top of a file
  public Fields(String file, Yaml value, String path, Mistakes mistakes) {
    this.file = file;
    this.line = value.line();
    this.path = path;
    this.mistakes = mistakes;
    if (!(value instanceof Yaml.Mapping mapping)) {
      mistakes.add(file, line, path, "here stands " + value.what() + "; it must be fields");
      return;
    }
    for (Yaml.Entry entry : mapping.entries()) {
      if (entries.putIfAbsent(entry.key(), entry) != null) {
        mistakes.add(file, entry.line(), at(entry.key()), "the field stands here twice");
      }
    }
  }

  public int line() {
    return line;
  }

  /// The line of a field, or that of the group where the field is absent.
  public int line(String name) {
    Yaml.Entry entry = entries.get(name);
    return entry == null ? line : entry.line();
  }

  public String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  public void mistake(String name, String problem) {
    mistakes.add(file, line(name), at(name), problem);
  }

  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /// The names that stand here, in no order.
  public Set<String> names() {
    return Set.copyOf(entries.keySet());
  }

  public Optional<Yaml> value(String name) {
    asked.add(name);
    return Optional.ofNullable(entries.get(name)).map(Yaml.Entry::value);
  }

  /// One line of text that must be there.
  public String text(String name) {
    String text = optionalText(name);
    if (text == null) {
      if (!has(name)) {
        mistake(name, "the field is missing");
      }
      return "";
    }
    return text;
  }

  /// One line of text, or null where the field is absent or wrong.
  public @Nullable String optionalText(String name) {
    Yaml value = value(name).orElse(null);
    return switch (value) {
      case null -> null;
      case Yaml.Scalar scalar when scalar.text().isBlank() -> {
        mistake(name, "the field is empty");
        yield null;
      }
      case Yaml.Scalar scalar when scalar.text().strip().contains("\n") -> {
        mistake(name, "the text must stand on one line");
        yield null;
      }
      case Yaml.Scalar scalar -> scalar.text().strip();
      case Yaml.Sequence _, Yaml.Mapping _ -> {
        mistake(name, "here stands " + value.what() + "; it must be text");
        yield null;
      }
    };
  }

  public boolean flag(String name, boolean otherwise) {
    String text = optionalText(name);
    if (text == null) {
      return otherwise;
    }
    if (!text.equals("true") && !text.equals("false")) {
      mistake(name, "“" + text + "” must be true or false");
    }
    return text.equals("true");
  }

  public int number(String name, int otherwise, int from, int to) {
    String text = optionalText(name);
    if (text == null) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(text);
      if (number >= from && number <= to) {
        return number;
      }
    }
    mistake(name, "“%s” must be a number from %d to %d".formatted(text, from, to));
    return otherwise;
  }

  /// The items of a list that must be there and hold something.
  public List<Yaml> items(String name) {
    Yaml value = value(name).orElse(null);
    return switch (value) {
      case null -> {
        mistake(name, "the field is missing");
        yield List.of();
      }
      case Yaml.Sequence sequence -> {
        if (sequence.items().isEmpty()) {
          mistake(name, "the list is empty");
        }
        yield sequence.items();
      }
      case Yaml.Scalar _, Yaml.Mapping _ -> {
        mistake(name, "here stands " + value.what() + "; it must be a list");
        yield List.of();
      }
    };
  }

  /// The fields of a value within this group.
  public Fields inner(Yaml value, String name) {
    return new Fields(file, value, at(name), mistakes);
  }

  /// Leaves fields to another reader of the same file.
  public void leave(String... names) {
    asked.addAll(Set.of(names));
  }

  /// Reports every field that was not asked for.
  public void done() {
    List<Yaml.Entry> unknown = new ArrayList<>(entries.values());
    unknown.removeIf(entry -> asked.contains(entry.key()));
    unknown.sort((a, b) -> Integer.compare(a.line(), b.line()));
    for (Yaml.Entry entry : unknown) {
      mistakes.add(file, entry.line(), at(entry.key()), "there is no field of this name here");
    }
  }
}
