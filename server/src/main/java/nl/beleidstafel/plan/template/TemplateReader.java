package nl.beleidstafel.plan.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.beleidstafel.yaml.Fields;
import nl.beleidstafel.yaml.Mistakes;
import nl.beleidstafel.yaml.Yaml;
import nl.beleidstafel.yaml.YamlReader;

/// Reads all registers and model plans below the configuration folder.
final class TemplateReader {
  private static final String PLAN = "plan.yaml";

  private final Path config;
  private final Mistakes mistakes = new Mistakes();

  TemplateReader(Path config) {
    this.config = config;
  }

  Templates read() {
    Registers registers = new Registers(registers());
    List<Template> templates = new ArrayList<>();
    for (Path folder : children(config.resolve("model-plans"))) {
      if (Files.isDirectory(folder)) {
        YamlReader.read(folder.resolve(PLAN), name(folder.resolve(PLAN)), mistakes)
            .ifPresent(top -> templates.add(template(folder, top, registers)));
      }
    }
    mistakes.check();
    return new Templates(templates, registers);
  }

  private List<Register> registers() {
    List<Register> registers = new ArrayList<>();
    Map<String, String> viewFiles = new HashMap<>();
    for (Path file : children(config.resolve("registers"))) {
      String name = name(file);
      String fileName = file.getFileName().toString();
      if (!fileName.endsWith(".yaml")) {
        continue;
      }
      String id = fileName.substring(0, fileName.length() - ".yaml".length());
      YamlReader.read(file, name, mistakes)
          .map(top -> new RegisterReader(name, mistakes).read(id, top))
          .ifPresent(registers::add);
    }
    for (Register register : registers) {
      String file = "registers/" + register.id() + ".yaml";
      for (Register.View view : register.views()) {
        String other = viewFiles.putIfAbsent(view.id(), file);
        if (other != null) {
          mistakes.add(file, 0, "views", "the view “" + view.id() + "” is also in " + other);
        }
      }
    }
    return registers;
  }

  private Template template(Path folder, Yaml top, Registers registers) {
    String planFile = name(folder.resolve(PLAN));
    Fields fields = new Fields(planFile, top, "", mistakes);
    String title = fields.text("title");
    String description = fields.text("description");
    List<TemplateSection> sections = new ArrayList<>();
    Map<String, String> fileOfKey = new HashMap<>();
    Map<String, List<BlockReader.Use>> references = new HashMap<>();
    Set<Path> listed = new HashSet<>(Set.of(folder.resolve(PLAN).normalize()));
    List<Yaml> names = fields.items("sections");
    for (int i = 0; i < names.size(); i++) {
      Optional<Path> file = sectionFile(folder, names.get(i), planFile, "sections[" + i + "]");
      if (file.isEmpty()) {
        continue;
      }
      String name = name(file.get());
      if (!listed.add(file.get())) {
        mistakes.add(planFile, names.get(i).line(), "sections[" + i + "]", "it is listed twice");
        continue;
      }
      SectionReader reader = new SectionReader(name, mistakes, registers);
      YamlReader.read(file.get(), name, mistakes)
          .ifPresent(content -> {
            TemplateSection section = reader.read(content);
            sections.add(section);
            references.put(name, reader.crossReferences());
            checkOrder(sections, name);
            String other = fileOfKey.putIfAbsent(section.key(), name);
            if (other != null) {
              mistakes.add(name, 0, "key", "“" + section.key() + "” is also the key of " + other);
            }
          });
    }
    fields.done();
    checkAllListed(folder, listed);
    checkReferences(fileOfKey.keySet(), references);
    return new Template(folder.getFileName().toString(), title, description, sections);
  }

  private Optional<Path> sectionFile(Path folder, Yaml value, String planFile, String field) {
    if (value instanceof Yaml.Scalar scalar && scalar.text().matches("[a-zA-Z0-9./_-]+\\.yaml")) {
      Path file = folder.resolve(scalar.text()).normalize();
      if (file.startsWith(folder.normalize())) {
        if (Files.isRegularFile(file)) {
          return Optional.of(file);
        }
        mistakes.add(planFile, value.line(), field, "there is no file " + scalar.text());
        return Optional.empty();
      }
    }
    mistakes.add(
        planFile, value.line(), field, "here must stand the name of a .yaml file in this folder");
    return Optional.empty();
  }

  /// A numbered section follows its own part.
  private void checkOrder(List<TemplateSection> sections, String file) {
    TemplateSection last = sections.getLast();
    if (last.level() != TemplateSection.SECTION) {
      return;
    }
    String part =
        sections.stream()
            .filter(section -> section.level() == TemplateSection.PART)
            .reduce((_, second) -> second)
            .map(TemplateSection::number)
            .orElse("");
    if (!last.number().startsWith(part + ".")) {
      mistakes.add(
          file, 0, "number", "section " + last.number() + " is listed under part “" + part + "”");
    }
  }

  private void checkAllListed(Path folder, Set<Path> listed) {
    try (Stream<Path> files = Files.walk(folder, 4)) {
      files
          .map(Path::normalize)
          .filter(file -> file.toString().endsWith(".yaml") && !listed.contains(file))
          .sorted()
          .forEach(file ->
              mistakes.add(
                  name(folder.resolve(PLAN)),
                  0,
                  "sections",
                  "the file " + folder.normalize().relativize(file) + " is not listed"));
    } catch (IOException _) {
      mistakes.add(name(folder), 0, "", "the folder cannot be read");
    }
  }

  private void checkReferences(Set<String> keys, Map<String, List<BlockReader.Use>> references) {
    for (Map.Entry<String, List<BlockReader.Use>> entry : references.entrySet()) {
      for (BlockReader.Use use : entry.getValue()) {
        if (!keys.contains(use.name())) {
          mistakes.add(
              entry.getKey(),
              use.line(),
              use.path(),
              "the cross-reference leads to “" + use.name() + "”, and no section has that key");
        }
      }
    }
  }

  private List<Path> children(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException _) {
      mistakes.add(name(folder), 0, "", "the folder cannot be read; does it exist?");
      return List.of();
    }
  }

  private String name(Path file) {
    return config.relativize(file).toString().replace('\\', '/');
  }
}
