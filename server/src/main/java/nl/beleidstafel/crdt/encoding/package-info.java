/// The primitives of lib0 on which Yjs stands: variable-length integers, strings, bytes, JSON-like
/// values, and the run-length columns of update v2.
///
/// Knows nothing of structs, documents or messages. Open {@link
/// nl.beleidstafel.crdt.encoding.ByteReader} and {@link nl.beleidstafel.crdt.encoding.ByteWriter}
/// first: they read in parallel.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.crdt.encoding;
