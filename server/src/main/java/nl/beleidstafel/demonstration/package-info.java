/// What makes the demonstration's plan a living one: its people, played from a script, fill it in,
/// talk about it, propose, ask and answer, all through the public interface like everybody else.
/// Knows no feature and no table; what it cannot do over HTTP and the socket, nobody can.
///
/// Open {@link nl.beleidstafel.demonstration.Play} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.demonstration;
