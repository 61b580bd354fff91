/// What happens to an interview when the talk is over: why it may be kept and what was said about
/// that, a summary for whoever was spoken with, and the erasure of all of it. Knows interviews as
/// rows and documents; what stands in notes it does not read.
///
/// Open {@link nl.beleidstafel.afterwards.Erasure} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.afterwards;
