package nl.beleidstafel.collab.socket;

import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What an operator decides about sockets.
///
/// @param ownOrigin whether a page of this `Origin` is ours: scheme, host and port as browsers
///   write them, such as `https://tafel.example.nl`; pages of other origins are refused
/// @param cookieName the cookie that holds a browser's session token
/// @param tickMs how often each socket is looked at; `Limits.SOCKET_TICK_MS` but in tests
/// @param addressOf the client's address, from the headers of its upgrade and the other end of the
///   connection; sockets of the machine itself are not counted
/// @param ofAddressMax `Limits.SOCKETS_OF_ADDRESS_MAX` but in tests
/// @param ofMemberMax `Limits.SOCKETS_OF_MEMBER_MAX` but in tests
public record SocketSettings(
    Predicate<String> ownOrigin,
    String cookieName,
    long tickMs,
    BiFunction<MultiMap, @Nullable SocketAddress, String> addressOf,
    int ofAddressMax,
    int ofMemberMax) {}
