/// The life of the process: what it writes to its log, when it is ready, and how it ends.
///
/// Knows nothing of the product. Open {@link nl.beleidstafel.process.Lifecycle} and {@link
/// nl.beleidstafel.process.Health} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.process;
