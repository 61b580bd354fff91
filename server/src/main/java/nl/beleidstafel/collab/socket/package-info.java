/// WebSockets: from frames to rooms and back, in both dialects.
///
/// A socket belongs to one event loop and does everything there. It knows who somebody is (through
/// {@link nl.beleidstafel.collab.Identities}), never what they may do: that is the room's. What a
/// peer does wrong ends its document or its socket, with a word and a count, and nobody else's.
///
/// Open {@link nl.beleidstafel.collab.socket.SocketRoutes} first, then `DocumentSession`, the
/// states of one document on one socket, and `SocketLine`, the line itself.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.collab.socket;
