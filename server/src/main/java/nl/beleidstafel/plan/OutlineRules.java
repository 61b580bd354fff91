package nl.beleidstafel.plan;

import java.util.List;

/// Where a section that somebody adds goes, and what it is called.
final class OutlineRules {
  private static final String OWN = "own-";

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
