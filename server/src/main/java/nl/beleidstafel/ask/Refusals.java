package nl.beleidstafel.ask;

import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Text;

/// What is answered where something was not done.
final class Refusals {
  private Refusals() {}

  static Problem of(Ended ended, long waitMs) {
    return switch (ended) {
      case DONE, ABSENT -> Problem.notFound();
      case COORDINATOR_ONLY -> Problem.coordinatorRequired();
      case WRITER_ONLY ->
          new Problem(
              403,
              "writer-required",
              new Text("Dit beslist wie hier schrijft", "Who writes here decides this"),
              new Text(
                  "Wie deze paragraaf schrijft of het plan coördineert, legt vast wat ermee is"
                      + " gedaan.",
                  "Who writes this section or coordinates the plan says what was done with it."));
      case CLOSED ->
          Problem.conflict(
              "ask-closed",
              new Text("De uitvraag is gesloten", "The request is closed"),
              new Text(
                  "Antwoorden kan niet meer. Vraag de coördinator om de uitvraag te heropenen.",
                  "Answers are no longer taken. Ask the coordinator to open the request again."));
      case NOBODY_WAITS ->
          Problem.conflict(
              "nobody-waits",
              new Text("Iedereen heeft geantwoord", "Everybody has answered"),
              new Text("Er is niemand om te herinneren.", "There is nobody to remind."));
      case TOO_SOON -> Problem.tooMany(waitMs);
      case SECTION_UNKNOWN -> sectionUnknown();
      case PARTNER_UNFIT -> partnerUnfit();
      case DATE_UNFIT -> dateUnfit();
      case MAY_NOT_SIGN -> mayNotSign();
      case TEXT_CHANGED -> textChanged();
      case OVER -> over();
      case TOO_MANY ->
          Problem.conflict(
              "too-many",
              new Text("Het is vol", "It is full"),
              new Text(
                  "Hier kan niets meer bij. Vraag de beheerder.",
                  "Nothing more fits here. Ask the administrator."));
    };
  }

  private static Problem sectionUnknown() {
    return Problem.field(
        "sections", new Text("Kies paragrafen van dit plan.", "Choose sections of this plan."));
  }

  private static Problem partnerUnfit() {
    return Problem.field(
        "partners",
        new Text(
            "Kies partners die minstens één van deze paragrafen mogen lezen.",
            "Choose partners that may read at least one of these sections."));
  }

  private static Problem dateUnfit() {
    return Problem.field(
        "due",
        new Text(
            "Kies een dag vanaf vandaag, hooguit twee jaar vooruit.",
            "Choose a day from today on, two years ahead at most."));
  }

  private static Problem mayNotSign() {
    return new Problem(
        403,
        "may-not-sign",
        new Text("U kunt hier geen akkoord geven", "You cannot sign off here"),
        new Text(
            "De contactpersoon van een organisatie met een rol in deze paragraaf geeft"
                + " akkoord.",
            "The contact person of an organisation with a role in this section signs off."));
  }

  private static Problem textChanged() {
    return Problem.conflict(
        "text-changed",
        new Text("De tekst is net veranderd", "The text has just changed"),
        new Text(
            "Lees de paragraaf nog eens. Geef dan opnieuw akkoord.",
            "Read the section once more. Then sign off again."));
  }

  private static Problem over() {
    return Problem.conflict(
        "sign-off-over",
        new Text("Dit akkoord geldt al niet meer", "This sign-off no longer stands"),
        new Text("Het is al ingetrokken of vervangen.", "It was withdrawn or replaced already."));
  }
}
