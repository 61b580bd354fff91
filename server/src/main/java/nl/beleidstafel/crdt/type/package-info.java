/// The shared types of a document as one reads and writes them: text, XML, map, array. Each is a
/// view of a {@link nl.beleidstafel.crdt.doc.Branch}, made when asked for; nothing is copied.
///
/// Knows nothing of updates and their bytes. Open {@link nl.beleidstafel.crdt.type.XmlFragment} and
/// {@link nl.beleidstafel.crdt.type.SharedText} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.crdt.type;
