package nl.beleidstafel.plan.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.yaml.Fields;
import nl.beleidstafel.yaml.Keys;
import nl.beleidstafel.yaml.Mistakes;
import nl.beleidstafel.yaml.Yaml;

/// Reads one section file and checks that its fill-ins and their places fit together.
final class SectionReader {
  private final String file;
  private final Mistakes mistakes;
  private final BlockReader blocks;
  private final Map<String, FillIn> fillIns = new HashMap<>();
  private final Map<String, Yaml.Entry> definitions = new HashMap<>();

  /// Which fill-ins have a place inside which; those of the blocks stand under the empty key.
  private final Map<String, List<BlockReader.Use>> placesIn = new HashMap<>();

  SectionReader(String file, Mistakes mistakes, Registers registers) {
    this.file = file;
    this.mistakes = mistakes;
    this.blocks = new BlockReader(file, mistakes, registers);
  }

  /// The sections that the text refers to.
  List<BlockReader.Use> crossReferences() {
    return blocks.crossReferences();
  }

  TemplateSection read(Yaml top) {
    Fields fields = new Fields(file, top, "", mistakes);
    int level = level(fields);
    String number = number(fields, level);
    String key = fields.has("key") || number.isEmpty() ? Keys.read(fields, "key") : number;
    String title = fields.text("title");
    readFillIns(fields);
    int before = blocks.places().size();
    List<Block> content = blocks.blocks(fields, "blocks");
    notePlaces("", before);
    fields.done();
    checkPlaces();
    return new TemplateSection(key, number, title, level, content, fillIns);
  }

  private static int level(Fields fields) {
    String word = fields.text("level");
    return switch (word) {
      case "front", "" -> TemplateSection.FRONT;
      case "part" -> TemplateSection.PART;
      case "section" -> TemplateSection.SECTION;
      case "annex" -> TemplateSection.ANNEX;
      default -> {
        fields.mistake(
            "level", "“" + word + "” is no level; it must be front, part, section or annex");
        yield TemplateSection.FRONT;
      }
    };
  }

  private static String number(Fields fields, int level) {
    if (level == TemplateSection.FRONT) {
      if (fields.optionalText("number") != null) {
        fields.mistake("number", "front matter has no number; give it a key");
      }
      return "";
    }
    String number = fields.text("number");
    String pattern =
        switch (level) {
          case TemplateSection.PART -> "[1-9][0-9]?";
          case TemplateSection.SECTION -> "[1-9][0-9]?\\.[1-9][0-9]?";
          default -> "B[1-9][0-9]?";
        };
    if (!number.isEmpty() && !number.matches(pattern)) {
      fields.mistake(
          "number",
          "“" + number + "” must look like 3 for a part, 3.4 for a section, B1 for an annex");
    }
    return number;
  }

  private void readFillIns(Fields fields) {
    Yaml value = fields.value("fill-ins").orElse(null);
    if (value == null) {
      return;
    }
    Fields group = new Fields(file, value, "fill-ins", mistakes);
    if (!(value instanceof Yaml.Mapping mapping)) {
      return;
    }
    for (Yaml.Entry entry : mapping.entries()) {
      int before = blocks.places().size();
      Fields inside = new Fields(file, entry.value(), group.at(entry.key()), mistakes);
      fillIns.put(entry.key(), FillInReader.read(entry.key(), inside, blocks));
      definitions.put(entry.key(), entry);
      notePlaces(entry.key(), before);
    }
  }

  private void notePlaces(String key, int before) {
    List<BlockReader.Use> all = blocks.places();
    placesIn.put(key, List.copyOf(all.subList(before, all.size())));
  }

  /// Every place has a fill-in; every fill-in has exactly one place that the blocks lead to.
  private void checkPlaces() {
    Set<String> placed = new HashSet<>();
    for (BlockReader.Use block : blocks.placeBlocks()) {
      if (fillIns.containsKey(block.name()) || !placed.add(block.name())) {
        mistake(block, "the key “" + block.name() + "” is used by two fill-ins");
      }
    }
    Deque<String> open = new ArrayDeque<>(List.of(""));
    while (!open.isEmpty()) {
      for (BlockReader.Use use : placesIn.getOrDefault(open.pop(), List.of())) {
        if (!fillIns.containsKey(use.name())) {
          mistake(use, "no fill-in is called “" + use.name() + "”; describe it under fill-ins");
        } else if (placed.add(use.name())) {
          open.push(use.name());
        } else {
          mistake(use, "the fill-in “" + use.name() + "” has a place already");
        }
      }
    }
    for (Map.Entry<String, Yaml.Entry> definition : definitions.entrySet()) {
      if (!placed.contains(definition.getKey())) {
        mistakes.add(
            file,
            definition.getValue().line(),
            "fill-ins." + definition.getKey(),
            "the fill-in has no place; write {{" + definition.getKey() + "}} where it belongs");
      }
    }
  }

  private void mistake(BlockReader.Use use, String problem) {
    mistakes.add(file, use.line(), use.path(), problem);
  }
}
