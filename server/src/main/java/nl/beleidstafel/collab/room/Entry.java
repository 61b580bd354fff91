package nl.beleidstafel.collab.room;

import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
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
  final @Nullable MemberId onBehalfOf;
  final Bytes update;
  final UpdateSummary summary;
  Answer answer = Answer.NONE;

  private Entry(
      long id,
      @Nullable Session session,
      long ticket,
      Actor author,
      @Nullable MemberId onBehalfOf,
      Bytes update,
      UpdateSummary summary) {
    this.id = id;
    this.session = session;
    this.ticket = ticket;
    this.author = author;
    this.onBehalfOf = onBehalfOf;
    this.update = update;
    this.summary = summary;
  }

  static Entry of(long id, Session session, Bytes update, UpdateSummary summary) {
    return new Entry(id, session, 0, session.actor, null, update, summary);
  }

  static Entry of(long id, RoomEvent.Edited edited, UpdateSummary summary) {
    return new Entry(
        id, null, edited.ticket(), edited.actor(), edited.onBehalfOf(), edited.update(), summary);
  }
}
