/// Plays a busy hour of a small town once, after a build: what the JVM learns from it about which
/// code is hot is kept beside the jar, and every later start begins with it. See
/// `docs/decisions/0050-rehearsal.md`.
///
/// A program of its own that no other package knows. It sees the server as its clients do. Open
/// {@link nl.beleidstafel.rehearsal.Rehearsal} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.rehearsal;
