package nl.beleidstafel.collab.socket;

/// What an operator decides about sockets.
///
/// @param publicOrigin scheme, host and port as a browser writes them in `Origin`, such as
///   `https://tafel.example.nl`; pages of other origins are refused
/// @param cookieName the cookie that holds a browser's session token
/// @param tickMs how often each socket is looked at; `Limits.SOCKET_TICK_MS` but in tests
public record SocketSettings(String publicOrigin, String cookieName, long tickMs) {}
