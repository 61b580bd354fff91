/// What runs by the clock: rows that fall due, claimed in the database, so that each runs once over
/// all nodes and restarts. Knows no job; those who have one give it.
///
/// Open {@link nl.beleidstafel.schedule.Runner} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.schedule;
