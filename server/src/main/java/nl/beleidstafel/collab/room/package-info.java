/// What a room decides: events in, effects out. The document, who is in it, what waits for its
/// commit and what may be shown.
///
/// Pure: knows no thread, clock, socket or database. Open `Room` first, then `RoomEvent` and
/// `RoomEffect`.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.collab.room;
