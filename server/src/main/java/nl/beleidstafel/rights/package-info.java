/// What plans and roles know of each other: the outline that roles are given on, who takes part,
/// and what follows for one actor. Values and ports only; `plan`, `roles` and `identity` stand on
/// either side and do not see one another.
///
/// Open {@link nl.beleidstafel.rights.Outline} and {@link nl.beleidstafel.rights.Rights} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.rights;
