/// Tests of the wire: bytes of the published clients, laws, and hostile input.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.protocol;
