/// Values and checks that every other package may use.
///
/// Knows nothing of Vert.x, the database, or the product. Open {@link nl.beleidstafel.base.Bytes}
/// and {@link nl.beleidstafel.base.Limits} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.base;
