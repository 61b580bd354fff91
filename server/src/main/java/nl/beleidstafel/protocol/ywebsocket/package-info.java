/// The dialect of `y-websocket` 1 to 3: one document per socket, several messages per frame.
///
/// Knows no socket. Open {@link nl.beleidstafel.protocol.ywebsocket.YWebsocketCodec} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.protocol.ywebsocket;
