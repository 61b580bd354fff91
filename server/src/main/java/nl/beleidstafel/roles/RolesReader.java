package nl.beleidstafel.roles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.yaml.Fields;
import nl.beleidstafel.yaml.Keys;
import nl.beleidstafel.yaml.Mistakes;
import nl.beleidstafel.yaml.Yaml;
import nl.beleidstafel.yaml.YamlReader;

/// Reads `registers/roles.yaml` and `default-roles/*.yaml`.
final class RolesReader {
  private static final String ROLES = "registers/roles.yaml";
  private static final String DEFAULTS = "default-roles";
  private static final String ENDING = ".yaml";

  private final Path config;
  private final Map<String, String> kinds;
  private final Map<String, Set<String>> keys;
  private final Mistakes mistakes = new Mistakes();

  RolesReader(Path config, Map<String, String> kinds, Map<String, Set<String>> keys) {
    this.config = config;
    this.kinds = kinds;
    this.keys = keys;
  }

  RolesConfig read() {
    Meanings meanings =
        YamlReader.read(config.resolve(ROLES), ROLES, mistakes)
            .map(this::meanings)
            .orElse(new Meanings(List.of(), Level.READ));
    Map<String, Map<String, Map<String, Set<String>>>> defaults = new HashMap<>();
    for (String name : names()) {
      String file = DEFAULTS + "/" + name + ENDING;
      if (keys.containsKey(name)) {
        YamlReader.read(config.resolve(file), file, mistakes)
            .ifPresent(top -> defaults.put(name, table(file, top, meanings, keys.get(name))));
      } else {
        mistakes.add(file, 0, "", "there is no model plan “" + name + "”");
      }
    }
    for (String template : new TreeSet<>(keys.keySet())) {
      if (!defaults.containsKey(template) && mistakes.count() == 0) {
        mistakes.add(DEFAULTS, 0, "", "the file " + template + ENDING + " is missing");
      }
    }
    mistakes.check();
    return new RolesConfig(meanings, kinds, defaults);
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(config.resolve(DEFAULTS))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException _) {
      mistakes.add(DEFAULTS, 0, "", "the folder cannot be read; does it exist?");
      return List.of();
    }
  }

  private Meanings meanings(Yaml top) {
    Fields fields = new Fields(ROLES, top, "", mistakes);
    fields.leave("title");
    Level without = level(fields, "without-role");
    if (without.allows(Level.COMMENT)) {
      fields.mistake("without-role", "without a role a partner reads at most: none or read");
    }
    List<Meanings.Role> roles = new ArrayList<>();
    List<Yaml> items = fields.items("entries");
    for (int i = 0; i < items.size(); i++) {
      Fields entry = new Fields(ROLES, items.get(i), "entries[" + i + "]", mistakes);
      roles.add(
          new Meanings.Role(
              Keys.read(entry, "id"),
              entry.text("label"),
              level(entry, "level"),
              entry.flag("coordinates", false)));
      entry.leave("within", "aliases");
      entry.done();
    }
    if (roles.stream().noneMatch(Meanings.Role::coordinates)) {
      fields.mistake("entries", "no role coordinates; give one “coordinates: true”");
    }
    return new Meanings(roles, without);
  }

  private static Level level(Fields fields, String name) {
    String word = fields.text(name);
    for (Level level : Level.values()) {
      if (level.name().toLowerCase(Locale.ROOT).equals(word)) {
        return level;
      }
    }
    if (!word.isEmpty()) {
      fields.mistake(name, "“" + word + "” is no level; none, read, comment or write are");
    }
    return Level.READ;
  }

  private Map<String, Map<String, Set<String>>> table(
      String file, Yaml top, Meanings meanings, Set<String> sections) {
    Fields fields = new Fields(file, top, "", mistakes);
    Map<String, Map<String, Set<String>>> table = new HashMap<>();
    List<Yaml> items = fields.items("partners");
    for (int i = 0; i < items.size(); i++) {
      Fields row = new Fields(file, items.get(i), "partners[" + i + "]", mistakes);
      String kind = row.text("kind");
      if (!kind.isEmpty() && !kinds.containsKey(kind)) {
        row.mistake("kind", "registers/partner-kinds.yaml has no kind “" + kind + "”");
      }
      if (table.put(kind, row(file, row, meanings, sections)) != null) {
        row.mistake("kind", "“" + kind + "” stands in this table twice");
      }
      row.done();
    }
    for (String kind : new TreeSet<>(kinds.keySet())) {
      if (!table.containsKey(kind)) {
        fields.mistake("partners", "the kind “" + kind + "” is missing");
      }
    }
    fields.done();
    return table;
  }

  private Map<String, Set<String>> row(
      String file, Fields row, Meanings meanings, Set<String> sections) {
    Map<String, Set<String>> cells = new HashMap<>();
    List<Yaml> items = row.items("roles");
    for (int i = 0; i < items.size(); i++) {
      String at = row.at("roles[" + i + "]");
      Fields given = new Fields(file, items.get(i), at, mistakes);
      String role = given.text("role");
      if (!role.isEmpty() && !meanings.knows(role)) {
        given.mistake("role", ROLES + " has no role “" + role + "”");
      }
      for (Yaml on : given.items("on")) {
        String key = on instanceof Yaml.Scalar scalar ? scalar.text() : "";
        if (!key.equals(RolesConfig.PLAN) && !sections.contains(key)) {
          mistakes.add(
              file, on.line(), given.at("on"), "the model plan has no section “" + key + "”");
        } else if (!cells.computeIfAbsent(key, _ -> new HashSet<>()).add(role)) {
          mistakes.add(file, on.line(), given.at("on"), "“" + key + "” has this role twice");
        }
      }
      given.done();
    }
    return cells;
  }
}
