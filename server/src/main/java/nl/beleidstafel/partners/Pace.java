package nl.beleidstafel.partners;

import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.RateLimit;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;

/// Slows down whoever sends many mails, and whoever guesses links. Counts are per node. Any thread.
final class Pace {
  private final RateLimit senders;
  private final RateLimit mailboxes;
  private final RateLimit guesses;

  Pace(Clock clock) {
    senders = new RateLimit(clock, Limits.MAILS_OF_MEMBER_BURST, Limits.MAILS_OF_MEMBER_STEP_MS);
    mailboxes =
        new RateLimit(clock, Limits.MAILS_TO_ADDRESS_BURST, Limits.MAILS_TO_ADDRESS_STEP_MS);
    guesses = new RateLimit(clock, 20, 10_000);
  }

  /// Counts a mail that somebody has sent, or refuses.
  void mail(Actor sender, Email recipient) {
    refuse(senders.waitMs(sender.member().toString()));
    refuse(mailboxes.take(recipient.value()));
    senders.count(sender.member().toString());
  }

  /// Refuses whoever showed many links that are none.
  void guess(String address) {
    refuse(guesses.waitMs(RateLimit.network(address)));
  }

  void missed(String address) {
    guesses.count(RateLimit.network(address));
  }

  private static void refuse(long waitMs) {
    if (waitMs > 0) {
      throw new RefusedException(Problem.tooMany(waitMs));
    }
  }
}
