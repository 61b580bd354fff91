/// The dialect of `@hocuspocus/provider` 3 and 4: one message per frame, many documents on one
/// socket.
///
/// Knows no socket. Open {@link nl.beleidstafel.protocol.hocuspocus.HocuspocusCodec} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.protocol.hocuspocus;
