package nl.beleidstafel.collab.room;

import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.update.UpdateSummary;
import org.jspecify.annotations.Nullable;

/// One update on its way: from a session, or from the server itself with a ticket.
final class Entry {
  enum Answer {
    NONE,
    APPLIED,
    REFUSED
  }

  final long id;
  final @Nullable Session session;
  final long ticket;
  final Actor author;
  final Bytes update;
  final UpdateSummary summary;
  Answer answer = Answer.NONE;

  private Entry(
      long id,
      @Nullable Session session,
      long ticket,
      Actor author,
      Bytes update,
      UpdateSummary summary) {
    this.id = id;
    this.session = session;
    this.ticket = ticket;
    this.author = author;
    this.update = update;
    this.summary = summary;
  }

  static Entry of(long id, Session session, Bytes update, UpdateSummary summary) {
    return new Entry(id, session, 0, session.actor, update, summary);
  }

  static Entry of(long id, long ticket, Actor author, Bytes update, UpdateSummary summary) {
    return new Entry(id, null, ticket, author, update, summary);
  }
}
