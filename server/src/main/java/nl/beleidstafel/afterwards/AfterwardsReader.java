package nl.beleidstafel.afterwards;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.afterwards.AfterwardsConfig.Basis;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.yaml.Fields;
import nl.beleidstafel.yaml.Keys;
import nl.beleidstafel.yaml.Mistakes;
import nl.beleidstafel.yaml.Yaml;
import nl.beleidstafel.yaml.YamlReader;

/// Reads `interviews.yaml`.
final class AfterwardsReader {
  private static final String FILE = "interviews.yaml";
  private static final int DAYS_MAX = 3_650;

  private final Path config;
  private final Mistakes mistakes = new Mistakes();

  AfterwardsReader(Path config) {
    this.config = config;
  }

  AfterwardsConfig read() {
    AfterwardsConfig read =
        YamlReader.read(config.resolve(FILE), FILE, mistakes)
            .map(this::top)
            .orElse(new AfterwardsConfig(List.of(), 0, 0, Map.of()));
    mistakes.check();
    return read;
  }

  private AfterwardsConfig top(Yaml yaml) {
    Fields top = new Fields(FILE, yaml, "", mistakes);
    List<Basis> bases = bases(top);
    Fields summary = inner(top, "summary");
    int correction = days(summary, "correction-days");
    int link = days(summary, "link-days");
    if (link < correction) {
      summary.mistake("link-days", "the link must work for as long as one may correct");
    }
    summary.done();
    Fields retention = inner(top, "retention");
    Map<Kept, Integer> days = new EnumMap<>(Kept.class);
    for (Kept kept : Kept.values()) {
      days.put(kept, days(retention, kept.word()));
    }
    retention.done();
    top.done();
    return new AfterwardsConfig(bases, correction, link, days);
  }

  private Fields inner(Fields top, String name) {
    if (!top.has(name)) {
      top.mistake(name, "this is missing");
    }
    return top.value(name)
        .map(value -> top.inner(value, name))
        .orElseGet(() -> new Fields(FILE, new Yaml.Mapping(top.line(), List.of()), name, mistakes));
  }

  private static int days(Fields fields, String name) {
    if (!fields.has(name)) {
      fields.mistake(name, "this is missing");
    }
    return fields.number(name, 1, 1, DAYS_MAX);
  }

  private List<Basis> bases(Fields top) {
    List<Basis> bases = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<Yaml> items = top.items("bases");
    for (int i = 0; i < items.size(); i++) {
      Fields entry = new Fields(FILE, items.get(i), "bases[" + i + "]", mistakes);
      Basis basis = new Basis(Keys.read(entry, "id"), entry.text("label"), entry.text("text"));
      if (!ids.add(basis.id())) {
        entry.mistake("id", "“" + basis.id() + "” stands here twice");
      }
      if (basis.text().length() > Limits.BASIS_TEXT_MAX) {
        entry.mistake("text", "at most " + Limits.BASIS_TEXT_MAX + " characters");
      }
      entry.done();
      bases.add(basis);
    }
    return bases;
  }
}
