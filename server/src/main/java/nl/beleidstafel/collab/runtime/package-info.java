/// Runs rooms: gives each a mailbox on one event loop, performs what they decide, and writes the
/// updates of all of them to the log in group commits.
///
/// Decides nothing about documents itself. Open {@link nl.beleidstafel.collab.runtime.Rooms} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.collab.runtime;
