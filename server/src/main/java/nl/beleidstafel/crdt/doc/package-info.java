/// One Yjs document in memory: blocks by client and clock, linked into the lists and maps of the
/// shared types; integration of updates (YATA), transactions, garbage collection, encoding.
///
/// Knows nothing of people, logs or sockets. Single-threaded. Open {@link
/// nl.beleidstafel.crdt.doc.Doc} first, then {@link nl.beleidstafel.crdt.doc.Item}. `docs/crdt.md`
/// explains structure and invariants.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.crdt.doc;
