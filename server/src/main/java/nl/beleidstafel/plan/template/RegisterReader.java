package nl.beleidstafel.plan.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.yaml.Fields;
import nl.beleidstafel.yaml.Keys;
import nl.beleidstafel.yaml.Mistakes;
import nl.beleidstafel.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/// Reads one register file. What the entries of `roles` mean beyond their names is read by who
/// gives roles.
final class RegisterReader {
  private static final String ROLES = "roles";

  private final String file;
  private final Mistakes mistakes;
  private final Map<String, Register.Entry> entries = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  RegisterReader(String file, Mistakes mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  /// @param id what the file's name says
  Register read(String id, Yaml top) {
    Fields fields = new Fields(file, top, "", mistakes);
    String title = fields.text("title");
    List<Register.Entry> read = new ArrayList<>();
    List<Yaml> items = fields.items("entries");
    for (int i = 0; i < items.size(); i++) {
      Register.Entry entry = entry(items.get(i), "entries[" + i + "]");
      read.add(entry);
    }
    read.forEach(this::checkParent);
    List<Register.View> views = new ArrayList<>();
    if (fields.has("views")) {
      List<Yaml> written = fields.items("views");
      for (int i = 0; i < written.size(); i++) {
        views.add(view(written.get(i), "views[" + i + "]"));
      }
    } else {
      views.add(new Register.View(id, title, read.stream().map(RegisterReader::asChoice).toList()));
    }
    if (id.equals(ROLES)) {
      fields.leave("without-role");
    }
    fields.done();
    return new Register(id, title, read, views);
  }

  private static Register.Choice asChoice(Register.Entry entry) {
    return new Register.Choice(entry.id(), entry.label());
  }

  private Register.Entry entry(Yaml value, String path) {
    Fields fields = new Fields(file, value, path, mistakes);
    String id = Keys.read(fields, "id");
    String label = fields.text("label");
    String parent = fields.optionalText("within");
    List<String> aliases = new ArrayList<>();
    if (fields.has("aliases")) {
      for (Yaml alias : fields.items("aliases")) {
        if (alias instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
          aliases.add(scalar.text());
          unique(fields, "aliases", scalar.text());
        } else {
          fields.mistake("aliases", "an alias must be text");
        }
      }
    }
    if (file.equals("registers/" + ROLES + ".yaml")) {
      fields.leave("level", "coordinates");
    }
    fields.done();
    unique(fields, "label", label);
    Register.Entry entry = new Register.Entry(id, label, parent, aliases);
    if (entries.putIfAbsent(id, entry) != null) {
      fields.mistake("id", "“" + id + "” stands in this register twice");
    }
    lines.putIfAbsent(id, fields.line("within"));
    return entry;
  }

  private void unique(Fields fields, String field, String name) {
    if (!name.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
      fields.mistake(field, "the name “" + name + "” stands in this register twice");
    }
  }

  private void checkParent(Register.Entry entry) {
    int line = lines.getOrDefault(entry.id(), 0);
    String id = entry.parent();
    Set<String> passed = new HashSet<>(Set.of(entry.id()));
    while (id != null) {
      if (!passed.add(id)) {
        mistakes.add(file, line, "within", "“" + entry.id() + "” ends up within itself");
        return;
      }
      Register.Entry parent = entries.get(id);
      if (parent == null) {
        mistakes.add(file, line, "within", "the register has no entry “" + id + "”");
        return;
      }
      id = parent.parent();
    }
  }

  private Register.View view(Yaml value, String path) {
    Fields fields = new Fields(file, value, path, mistakes);
    String id = Keys.read(fields, "id");
    String title = fields.text("title");
    List<Register.Choice> choices = new ArrayList<>();
    Set<String> used = new HashSet<>();
    List<Yaml> items = fields.items("entries");
    for (int i = 0; i < items.size(); i++) {
      String at = path + ".entries[" + i + "]";
      Register.Choice choice = choice(items.get(i), at);
      if (choice != null) {
        choices.add(choice);
        if (!used.add(choice.entry())) {
          mistakes.add(
              file, items.get(i).line(), at, "“" + choice.entry() + "” stands in this view twice");
        }
      }
    }
    fields.done();
    return new Register.View(id, title, choices);
  }

  private Register.@Nullable Choice choice(Yaml value, String path) {
    String id;
    String label = null;
    if (value instanceof Yaml.Scalar scalar) {
      id = scalar.text();
    } else {
      Fields fields = new Fields(file, value, path, mistakes);
      id = fields.text("id");
      label = fields.text("label");
      fields.done();
    }
    Register.Entry entry = entries.get(id);
    if (entry == null) {
      mistakes.add(file, value.line(), path, "the register has no entry “" + id + "”");
      return null;
    }
    return new Register.Choice(id, label == null ? entry.label() : label);
  }
}
