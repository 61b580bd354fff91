/// What the two dialects say, as values: a {@link nl.beleidstafel.protocol.Message} means the same
/// in both.
///
/// Pure: bytes in, values out. Knows nothing of sockets, rights or documents' content. Open {@link
/// nl.beleidstafel.protocol.Message} first, then a dialect's codec.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.protocol;
