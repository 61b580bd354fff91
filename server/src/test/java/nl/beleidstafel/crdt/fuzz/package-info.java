/// Targets for Jazzer, one for each decoder of bytes that a peer may send, and the inputs that it
/// found. Each build replays those; the profile `fuzz` looks for more.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.crdt.fuzz;
