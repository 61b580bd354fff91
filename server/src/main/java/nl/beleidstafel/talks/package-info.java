/// What lists of topics, interviews and findings know of each other: ports and values. It does not
/// know how any of them is made, kept or shown.
///
/// Open {@link nl.beleidstafel.talks.Notes} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.talks;
