package nl.beleidstafel.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.beleidstafel.base.SectionId;

/// What an outline may look like, and how it is numbered. Pure. Rules O1 to O5 of `docs/spec.md`.
final class OutlineRules {
  private static final String OWN = "own-";
  private static final int NUMBER_LENGTH_MAX = 20;
  private static final Pattern NUMBER = Pattern.compile("([0-9A-Za-z]+(\\.[0-9A-Za-z]+)*)?");

  /// @param position its place in reading order, from 0
  record Place(int position, String key, String number) {}

  private OutlineRules() {}

  /// At the end of the last part, before the annexes, numbered on. Where nothing is numbered it has
  /// no number.
  static Place placeOfNew(List<Section> outline) {
    int part = -1;
    for (int i = 0; i < outline.size(); i++) {
      if (outline.get(i).level() == Section.PART) {
        part = i;
      }
    }
    int position = part + 1;
    while (position < outline.size() && continues(outline.get(position), part)) {
      position++;
    }
    String prefix = part < 0 ? "" : outline.get(part).number() + ".";
    long highest = highest(outline.stream().map(Section::number).toList(), prefix);
    String number = prefix.length() < 2 ? "" : prefix + (highest + 1);
    long own = highest(outline.stream().map(Section::key).toList(), OWN);
    return new Place(position, OWN + (own + 1), number);
  }

  /// The outline in another order, or with other numbers; empty where it would be none: sections
  /// that are not these, front matter behind a part, annexes before one, a section before all
  /// parts, or in one that is switched off while it is not.
  ///
  /// @param numbers one for each of the order; empty keeps all
  static Optional<List<Section>> arranged(
      List<Section> outline, List<SectionId> order, List<String> numbers) {
    Map<SectionId, Section> left = new LinkedHashMap<>();
    outline.forEach(section -> left.put(section.id(), section));
    List<Section> arranged = new ArrayList<>();
    for (SectionId id : order) {
      Section section = left.remove(id);
      if (section == null) {
        return Optional.empty();
      }
      String number = numbers.isEmpty() ? section.number() : numbers.get(arranged.size());
      arranged.add(section.numbered(number));
    }
    return left.isEmpty() && isOutline(arranged) ? Optional.of(arranged) : Optional.empty();
  }

  private static boolean isOutline(List<Section> outline) {
    boolean hasParts = outline.stream().anyMatch(each -> each.level() == Section.PART);
    int before = Section.FRONT;
    boolean isPartOff = false;
    for (Section section : outline) {
      int rank = section.level() == Section.SECTION ? Section.PART : section.level();
      boolean startsBody = before == Section.FRONT && rank == Section.PART;
      boolean isLoose = startsBody && hasParts && section.level() != Section.PART;
      if (rank < before || isLoose) {
        return false;
      }
      isPartOff = section.level() == Section.PART ? section.off() != null : isPartOff;
      if (section.level() == Section.SECTION && isPartOff && section.off() == null) {
        return false;
      }
      before = rank;
    }
    return true;
  }

  /// Whether it is a number that a section may have: none, or figures and letters with points
  /// between them.
  static boolean isNumber(String number) {
    return number.length() <= NUMBER_LENGTH_MAX && NUMBER.matcher(number).matches();
  }

  /// The outline numbered anew, without gaps: parts 1, 2, 3; their sections 3.1, 3.2; annexes on
  /// their letters B1, B2. What has no number gets none; what is switched off keeps its own.
  static List<Section> renumbered(List<Section> outline) {
    List<Section> fresh = new ArrayList<>();
    int parts = 0;
    int sections = 0;
    Map<String, Integer> annexes = new HashMap<>();
    String part = "";
    for (Section section : outline) {
      if (section.off() != null || section.number().isEmpty()) {
        part = section.level() == Section.PART ? "" : part;
        fresh.add(section);
        continue;
      }
      fresh.add(
          switch (section.level()) {
            case Section.PART -> {
              part = Integer.toString(++parts);
              sections = 0;
              yield section.numbered(part);
            }
            case Section.SECTION ->
                part.isEmpty() ? section : section.numbered(part + "." + ++sections);
            case Section.ANNEX -> {
              String letters = lettersOf(section.number());
              yield section.numbered(letters + annexes.merge(letters, 1, Integer::sum));
            }
            default -> section;
          });
    }
    return fresh;
  }

  private static String lettersOf(String number) {
    int end = 0;
    while (end < number.length() && !isDigit(number.charAt(end))) {
      end++;
    }
    return number.substring(0, end);
  }

  /// Switches a section off; a part takes its sections with it.
  static List<Section> switchedOff(List<Section> outline, SectionId id, Section.Off off) {
    Set<SectionId> going = withSections(outline, id);
    return outline.stream()
        .map(each -> each.off() == null && going.contains(each.id()) ? each.with(off) : each)
        .toList();
  }

  /// Switches a section on again. A part brings back those of its sections that went with it; a
  /// section its part, which it stands in.
  static List<Section> switchedOn(List<Section> outline, SectionId id) {
    Set<SectionId> own = withSections(outline, id);
    Section.Off off =
        outline.stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .map(Section::off)
            .orElse(null);
    List<Section> fresh = new ArrayList<>();
    for (Section each : outline) {
      Section.Off its = each.off();
      boolean went = off != null && its != null && its.atMs() == off.atMs();
      boolean isItsPart =
          each.level() == Section.PART && withSections(outline, each.id()).contains(id);
      boolean comes = each.id().equals(id) || (went && own.contains(each.id())) || isItsPart;
      fresh.add(comes ? each.with(null) : each);
    }
    return fresh;
  }

  /// The section, and those that stand in it where it is a part.
  private static Set<SectionId> withSections(List<Section> outline, SectionId id) {
    Set<SectionId> found = new HashSet<>();
    boolean inside = false;
    for (Section section : outline) {
      inside = inside && section.level() == Section.SECTION;
      if (inside || section.id().equals(id)) {
        found.add(section.id());
      }
      inside = inside || (section.id().equals(id) && section.level() == Section.PART);
    }
    return found;
  }

  /// The part that the section stands in; a part stands in none.
  static Optional<Section> partOf(List<Section> outline, Section section) {
    Section part = null;
    for (Section each : outline) {
      if (each.id().equals(section.id())) {
        return section.level() == Section.SECTION ? Optional.ofNullable(part) : Optional.empty();
      }
      part = each.level() == Section.PART ? each : part;
    }
    return Optional.empty();
  }

  /// Whether the section is one that somebody added, and no part of the model plan.
  static boolean isOwn(Section section) {
    return section.key().startsWith(OWN);
  }

  private static boolean continues(Section section, int part) {
    return part < 0 ? section.level() != Section.ANNEX : section.level() == Section.SECTION;
  }

  /// The highest number that follows the prefix in any of the words, 0 where none does.
  private static long highest(List<String> words, String prefix) {
    long highest = 0;
    for (String word : words) {
      String rest = word.startsWith(prefix) ? word.substring(prefix.length()) : "";
      if (rest.length() <= 9 && !rest.isEmpty() && rest.chars().allMatch(OutlineRules::isDigit)) {
        highest = Math.max(highest, Long.parseLong(rest));
      }
    }
    return highest;
  }

  private static boolean isDigit(int unit) {
    return unit >= '0' && unit <= '9';
  }
}
