package nl.beleidstafel.partners;

import nl.beleidstafel.base.Limits;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Text;

/// Why something with people and partners is not done, and what helps.
final class Refusals {
  static final Problem NOT_YOURS =
      new Problem(
          403,
          "not-yours-to-change",
          new Text("Dit mag u niet wijzigen", "Not yours to change"),
          new Text(
              "Vraag het een beheerder van uw gemeente of de contactpersoon van de partner.",
              "Ask an administrator of your municipality, or the partner's contact person."));

  static final Problem OPERATOR_REQUIRED =
      new Problem(
          403,
          "operator-required",
          new Text("Dit mag alleen de hoofdbeheerder", "Only for the operator"),
          new Text(
              "Gemeenten worden gemaakt door wie deze installatie beheert.",
              "Municipalities are made by who administers this installation."));

  static final Problem LAST_ADMINISTRATOR =
      Problem.conflict(
          "last-administrator",
          new Text("Er moet een beheerder blijven", "An administrator must remain"),
          new Text(
              "Dit is de laatste beheerder van de gemeente. Maak eerst iemand anders beheerder.",
              "This is the municipality's last administrator. Make somebody else one first."));

  static final Problem LAST_OPERATOR =
      Problem.conflict(
          "last-operator",
          new Text("Er moet een hoofdbeheerder blijven", "An operator must remain"),
          new Text(
              "Dit is de laatste hoofdbeheerder. Maak eerst iemand anders hoofdbeheerder.",
              "This is the last operator. Make somebody else one first."));

  static final Problem ADMINISTRATOR_ELSEWHERE =
      Problem.conflict(
          "administrator-elsewhere",
          new Text("Dit kan hier niet", "Not possible here"),
          new Text(
              "Alleen mensen van de gemeente zelf met een account kunnen beheerder zijn.",
              "Only the municipality's own people with an account can be administrators."));

  static final Problem OWN_PARTNER =
      Problem.conflict(
          "own-partner",
          new Text("Dit kan niet", "Not possible"),
          new Text(
              "De gemeente zelf blijft altijd partner.",
              "The municipality itself always remains a partner."));

  static final Problem ADDRESS_KNOWN =
      Problem.conflict(
          "address-known",
          new Text("Dit adres is al bekend", "This address is known already"),
          new Text(
              "Er doet al iemand mee met dit e-mailadres.",
              "Somebody takes part with this e-mail address already."));

  static final Problem ALREADY_INVITED =
      Problem.conflict(
          "already-invited",
          new Text("Al uitgenodigd", "Invited already"),
          new Text(
              "Op dit adres wacht al een uitnodiging. Stuur die opnieuw, of trek haar in.",
              "An invitation waits at this address already. Send it again, or withdraw it."));

  static final Problem HAS_ACCOUNT =
      Problem.conflict(
          "has-account",
          new Text("Deze persoon heeft een account", "This person has an account"),
          new Text(
              "Een persoonlijke link is voor wie geen account heeft. Deze persoon kan inloggen.",
              "A personal link is for who has no account. This person can sign in."));

  static final Problem LINK_UNKNOWN =
      Problem.linkNotValid(
          new Text(
              "De link is vervangen, ingetrokken of niet compleet. Open de nieuwste mail, of vraag"
                  + " om een nieuwe.",
              "The link was replaced, withdrawn or is not complete. Open the newest mail, or ask"
                  + " for a new one."));

  static final Problem LINK_USED =
      Problem.linkNotValid(
          new Text(
              "Deze uitnodiging is al aangenomen. U kunt inloggen.",
              "This invitation was accepted already. You can sign in."));

  static final Problem LINK_EXPIRED =
      Problem.linkNotValid(
          new Text(
              "De tijd voor deze link is voorbij. Vraag wie u uitnodigde om een nieuwe.",
              "This link's time is over. Ask who invited you for a new one."));

  static final Problem LINK_WITHDRAWN =
      Problem.linkNotValid(
          new Text(
              "Deze uitnodiging is ingetrokken. Vraag ernaar bij wie u uitnodigde.",
              "This invitation was withdrawn. Ask who invited you about it."));

  static final Problem LINK_ACCOUNT =
      Problem.linkNotValid(
          new Text(
              "U hebt intussen een account. Log in met uw e-mailadres.",
              "You have got an account meanwhile. Sign in with your e-mail address."));

  private Refusals() {}

  static RefusedException of(Problem problem) {
    return new RefusedException(problem);
  }

  static RefusedException absent() {
    return of(Problem.notFound());
  }

  static RefusedException nameTaken() {
    return field(
        "name",
        "Er is al een partner met deze naam.",
        "There is a partner with this name already.");
  }

  static RefusedException townTaken() {
    return field(
        "name",
        "Er is al een gemeente met deze naam.",
        "There is a municipality with this name already.");
  }

  static RefusedException badgeTaken(String by) {
    return field(
        "badge",
        "Dit teken is al van " + by + ". Kies twee andere letters.",
        "This mark is " + by + "'s already. Choose two other letters.");
  }

  static RefusedException badgeOdd() {
    return field("badge", "Kies twee letters of cijfers.", "Choose two letters or digits.");
  }

  static RefusedException kindUnknown() {
    return field("kind", "Deze soort bestaat niet.", "There is no such kind.");
  }

  static RefusedException full(int countMax, String dutch, String english) {
    return of(
        Problem.conflict(
            "too-many",
            new Text("Het is vol", "No more room"),
            new Text(
                "Er kunnen hooguit " + countMax + " " + dutch + " zijn.",
                "There can be " + countMax + " " + english + " at most.")));
  }

  static RefusedException peopleFull() {
    return full(Limits.PEOPLE_OF_MUNICIPALITY_MAX, "deelnemers", "participants");
  }

  private static RefusedException field(String name, String dutch, String english) {
    return of(Problem.field(name, new Text(dutch, english)));
  }
}
