package nl.beleidstafel.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.mail.Letter;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.Place;
import org.jspecify.annotations.Nullable;

/// What members read in mails, by plan and section: plain and short, with each link alone on its
/// line.
///
/// @param address of a path in the app
record NoticeLetters(UnaryOperator<String> address) {
  /// A mail stays readable; what is more is in the app.
  private static final int GROUPS_MAX = 40;

  /// One line of a mail: what happened in one place, of one kind.
  private record Group(String planTitle, @Nullable Place place, Notice.Kind kind) {
    static Group of(Shown shown) {
      return new Group(shown.planTitle(), shown.place(), shown.told().kind());
    }
  }

  /// @param daily it is the mail of the day
  /// @param link the way in of who has no account
  Letter letter(
      Recipient to,
      List<Shown> shown,
      boolean daily,
      Map<MemberId, Named> names,
      Optional<String> link) {
    StringBuilder body = new StringBuilder("Beste ").append(to.actor().name()).append(",\n\n");
    body.append(daily ? "Dit gebeurde er sinds de vorige mail.\n" : "Er is iets voor u.\n");
    happened(body, shown, names, link.isEmpty());
    link.ifPresent(way ->
        body.append("\nOpen Beleidstafel met deze link.")
            .append(" Hij is van u alleen: stuur hem niet door.\n\n")
            .append(way)
            .append('\n'));
    body.append("\nMinder of andere mails? Kies dat op uw accountpagina:\n\n")
        .append(address.apply("/account#meldingen"))
        .append("\n\nMet vriendelijke groet,\n")
        .append(to.town())
        .append('\n');
    return new Letter(
        to.actor().municipality(), to.email(), subject(shown, daily), body.toString());
  }

  private void happened(
      StringBuilder body, List<Shown> shown, Map<MemberId, Named> names, boolean linked) {
    Map<Group, List<Shown>> groups = new LinkedHashMap<>();
    shown.stream()
        .sorted(Comparator.comparing(Shown::planTitle).thenComparing(NoticeLetters::where))
        .forEach(each -> groups.computeIfAbsent(Group.of(each), _ -> new ArrayList<>()).add(each));
    String heading = "";
    int count = 0;
    for (Map.Entry<Group, List<Shown>> entry : groups.entrySet()) {
      if (++count > GROUPS_MAX) {
        body.append("\nDe rest ziet u in Beleidstafel.\n");
        return;
      }
      Shown first = entry.getValue().getFirst();
      String place = first.planTitle() + (where(first).isEmpty() ? "" : "\n" + where(first));
      if (!place.equals(heading)) {
        heading = place;
        body.append('\n').append(place).append('\n');
      }
      body.append("- ").append(line(entry.getValue(), names)).append('\n');
      if (linked) {
        body.append('\n').append(address.apply(first.path())).append('\n');
      }
    }
  }

  private static String where(Shown shown) {
    Place place = shown.place();
    return place == null ? "" : (place.number() + " " + place.title()).strip();
  }

  private static String subject(List<Shown> shown, boolean daily) {
    Shown first = shown.getFirst();
    String where = where(first).isEmpty() ? first.planTitle() : where(first);
    String subject =
        daily
            ? "Dagoverzicht: " + (shown.size() == 1 ? "1 melding" : shown.size() + " meldingen")
            : switch (first.told().kind()) {
              case ASK -> "Uw reactie is gevraagd: " + first.planTitle();
              case ASK_REMINDER -> "Herinnering: uw reactie op " + first.planTitle();
              case MENTION -> "U bent genoemd: " + where;
              case REPLY,
                  COMMENT,
                  SUGGESTION,
                  SUGGESTION_DECIDED,
                  ANSWER,
                  FILL_IN_ASKED,
                  FILL_IN_DUE,
                  STATUS,
                  VERSION,
                  SIGN_OFF_STALE,
                  INTERVIEW_PLANNED,
                  INTERVIEW_CHANGED,
                  SUMMARY_ANSWERED ->
                  "Melding: " + where;
            };
    return subject.replaceAll("\\p{Cntrl}", " ");
  }

  private static String line(List<Shown> same, Map<MemberId, Named> names) {
    int count = same.size();
    String who = who(same.getFirst().told().by(), names);
    boolean one = count == 1;
    return switch (same.getFirst().told().kind()) {
      case MENTION ->
          one ? who + " noemde u in een opmerking." : "U bent " + count + " keer genoemd.";
      case REPLY ->
          one ? who + " antwoordde in een gesprek." : count + " antwoorden in gesprekken.";
      case COMMENT -> one ? who + " begon een gesprek." : count + " nieuwe gesprekken.";
      case SUGGESTION -> one ? who + " deed een voorstel." : count + " nieuwe voorstellen.";
      case SUGGESTION_DECIDED ->
          one ? who + " besloot over uw voorstel." : "Besluiten over " + count + " voorstellen.";
      case ASK ->
          one
              ? who + " vraagt de reactie van uw organisatie."
              : count + " uitvragen aan uw organisatie.";
      case ASK_REMINDER -> "Uw organisatie heeft nog niet alles beantwoord.";
      case ANSWER -> one ? who + " gaf antwoord op een uitvraag." : count + " antwoorden.";
      case FILL_IN_ASKED ->
          one ? who + " vraagt u iets in te vullen." : count + " invulplekken voor u.";
      case FILL_IN_DUE -> "Hier moet u nog iets invullen.";
      case STATUS -> one ? who + " wijzigde de status." : "De status is gewijzigd.";
      case VERSION -> one ? who + " maakte een versie." : count + " nieuwe versies.";
      case INTERVIEW_PLANNED ->
          one ? who + " vraagt u mee te doen aan een interview." : count + " interviews voor u.";
      case INTERVIEW_CHANGED ->
          one
              ? "De afspraak voor een interview is gewijzigd."
              : count + " wijzigingen in afspraken voor interviews.";
      case SUMMARY_ANSWERED ->
          one
              ? "Uw gesprekspartner reageerde op een samenvatting."
              : count + " reacties op samenvattingen van gesprekken.";
      case SIGN_OFF_STALE -> "De tekst is veranderd nadat u akkoord gaf.";
    };
  }

  private static String who(@Nullable MemberId by, Map<MemberId, Named> names) {
    Named named = by == null ? null : names.get(by);
    if (named == null) {
      return "Iemand";
    }
    return named.name().isEmpty()
        ? "Iemand van " + named.partnerName()
        : named.name() + " (" + named.partnerName() + ")";
  }
}
