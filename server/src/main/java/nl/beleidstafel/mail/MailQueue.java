package nl.beleidstafel.mail;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The outbox from the sender's side. Instants are milliseconds since 1970.
interface MailQueue {
  /// A mail that is this node's to send until its lease ends.
  ///
  /// @param calendar a file that goes with it; null where none does
  /// @param attempts how often it was tried, this time included
  record Due(
      UUID id,
      String recipient,
      String subject,
      String body,
      @Nullable String calendar,
      int attempts) {}

  /// A mail that waits, as the demonstration shows it.
  record Waiting(
      UUID id,
      String recipient,
      String subject,
      String body,
      @Nullable String calendar,
      long createdAtMs) {}

  /// Takes the mails that are longest due, for no other node until the lease ends. What is too old
  /// to be of use is given up instead.
  Future<List<Due>> take(long nowMs, long leaseMs, int countMax);

  /// It left: nothing of it is kept.
  Future<Void> sent(UUID id);

  Future<Void> retry(UUID id, long dueAtMs);

  /// It will not be tried again; its words go, that it was there stays.
  Future<Void> giveUp(UUID id);

  /// The newest that wait, newest first.
  Future<List<Waiting>> newest(int countMax);
}
