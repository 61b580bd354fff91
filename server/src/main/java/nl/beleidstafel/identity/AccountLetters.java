package nl.beleidstafel.identity;

import nl.beleidstafel.base.Email;
import nl.beleidstafel.identity.AccountStore.Owner;
import nl.beleidstafel.mail.Letter;

/// What people are written about their account: plain, short, with the link alone on its line.
final class AccountLetters {
  private AccountLetters() {}

  static Letter forgotten(Owner owner, String link) {
    return letter(
        owner,
        owner.email(),
        "Nieuw wachtwoord kiezen",
        """
        Iemand vroeg om een nieuw wachtwoord voor uw account bij %s.
        Was u dat? Open dan deze link. Hij werkt één keer, een uur lang.

        %s

        Was u dat niet? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.

        English: open the link to choose a new password. It works once, for an hour.\
        """
            .formatted(owner.municipalityName(), link));
  }

  static Letter passwordChanged(Owner owner) {
    return letter(
        owner,
        owner.email(),
        "Uw wachtwoord is gewijzigd",
        """
        Het wachtwoord van uw account bij %s is zojuist gewijzigd.
        Op andere apparaten bent u uitgelogd.

        Was u dat niet? Kies dan meteen een nieuw wachtwoord met "Wachtwoord vergeten" op de
        inlogpagina, en meld het aan een beheerder van uw gemeente.

        English: your password was changed just now. If it was not you, choose a new one at once.\
        """
            .formatted(owner.municipalityName()));
  }

  static Letter confirmAddress(Owner owner, Email wanted, String link) {
    return letter(
        owner,
        wanted.value(),
        "Bevestig uw nieuwe e-mailadres",
        """
        U wilt dit adres gebruiken voor uw account bij %s.
        Open deze link om dat te bevestigen. Hij werkt één keer, een uur lang.

        %s

        Was u dat niet? Dan hoeft u niets te doen.

        English: open the link to confirm your new e-mail address.\
        """
            .formatted(owner.municipalityName(), link));
  }

  /// To the former address, which does not hear the new one: the mailbox may be somebody else's.
  static Letter addressChanged(Owner owner) {
    return letter(
        owner,
        owner.email(),
        "Uw e-mailadres is gewijzigd",
        """
        Uw account bij %s heeft nu een ander e-mailadres. Op dit adres krijgt u geen mail meer.

        Was u dat niet? Meld het meteen aan een beheerder van uw gemeente.

        English: your account has another e-mail address now. If it was not you, tell an
        administrator of your municipality at once.\
        """
            .formatted(owner.municipalityName()));
  }

  private static Letter letter(Owner owner, String recipient, String subject, String middle) {
    return new Letter(
        owner.municipality(),
        recipient,
        subject + " – " + owner.municipalityName(),
        "Beste %s,\n\n%s\n\nMet vriendelijke groet,\n%s\n"
            .formatted(owner.name(), middle, owner.municipalityName()));
  }
}
