/// States and versions of sections and plans: who moves a section on, what fixes it, what it said
/// before, what differs, and how it comes back.
///
/// Open {@link nl.beleidstafel.history.History} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.history;
