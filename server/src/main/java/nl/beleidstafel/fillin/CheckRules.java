package nl.beleidstafel.fillin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What does not fit together in what was filled in. Pure. Rule F8 of `docs/spec.md`.
final class CheckRules {
  private static final String SETTINGS = "settings";
  private static final String ACTIONS = "settings-actions";
  private static final String MEASURES = "settings-measures";
  private static final int YEAR_AGE_MAX = 5;

  private CheckRules() {}

  /// In the order of the fill-ins. What is open says nothing yet, and is not held against anything.
  static List<Finding> of(List<FillIn> fillIns, Offers offers, int yearNow) {
    List<FillIn> filled =
        fillIns.stream().filter(each -> each.state() == FillIn.State.FILLED).toList();
    List<Finding> findings = new ArrayList<>();
    for (FillIn each : filled) {
      if (SETTINGS.equals(each.register())) {
        settings(each, filled, offers, findings);
      }
      numbers(each, yearNow, findings);
    }
    return findings;
  }

  private static void settings(
      FillIn place, List<FillIn> filled, Offers offers, List<Finding> findings) {
    for (String entry : place.entries()) {
      String label = offers.label(entry, SETTINGS);
      if (isMissing(entry, ACTIONS, filled, offers)) {
        findings.add(
            new Finding(Finding.Kind.SETTING_WITHOUT_ACTION, place.section(), place.id(), label));
      }
      if (isMissing(entry, MEASURES, filled, offers)) {
        findings.add(
            new Finding(Finding.Kind.SETTING_WITHOUT_MEASURE, place.section(), place.id(), label));
      }
    }
  }

  /// Whether places of that view are filled, and none of them speaks of the entry.
  private static boolean isMissing(String entry, String view, List<FillIn> filled, Offers offers) {
    boolean there = false;
    Set<String> chosen = new HashSet<>();
    for (FillIn each : filled) {
      if (view.equals(each.register())) {
        there = true;
        chosen.addAll(each.entries());
      }
    }
    return there && offers.related(entry, view).stream().noneMatch(chosen::contains);
  }

  private static void numbers(FillIn place, int yearNow, List<Finding> findings) {
    boolean fits =
        switch (place.kind()) {
          case "number" -> NumberRules.number(place.value()).isPresent();
          case "percentage" -> NumberRules.isPercentage(place.value());
          case "year" -> NumberRules.year(place.value()).isPresent();
          default -> true;
        };
    if (!fits) {
      findings.add(new Finding(Finding.Kind.NO_NUMBER, place.section(), place.id(), place.value()));
    } else if (place.kind().equals("year")
        && NumberRules.year(place.value()).orElse(yearNow) < yearNow - YEAR_AGE_MAX) {
      findings.add(new Finding(Finding.Kind.OLD_YEAR, place.section(), place.id(), place.value()));
    }
  }
}
