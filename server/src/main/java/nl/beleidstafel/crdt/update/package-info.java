/// Yjs updates as bytes and structs, without a document: read, write, check, merge, diff.
///
/// Knows nothing of documents, types, sockets or people.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.crdt.update;
