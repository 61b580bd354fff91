package nl.beleidstafel.collab.socket;

import java.util.function.Predicate;

/// What an operator decides about sockets.
///
/// @param ownOrigin whether a page of this `Origin` is ours: scheme, host and port as browsers
///   write them, such as `https://tafel.example.nl`; pages of other origins are refused
/// @param cookieName the cookie that holds a browser's session token
/// @param tickMs how often each socket is looked at; `Limits.SOCKET_TICK_MS` but in tests
public record SocketSettings(Predicate<String> ownOrigin, String cookieName, long tickMs) {}
