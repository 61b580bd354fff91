/// Roles: which partner does what in a section of a plan, and what follows for its rights.
///
/// What a role means, and which roles a kind of partner begins with, is data in `config/`. From
/// roles to rights leads one pure function, {@link nl.beleidstafel.roles.RightsRules}; what it says
/// is written to the documents in the transaction that changes a role, and read from there by
/// whoever asks. Knows plans only as outlines ({@link nl.beleidstafel.rights}), people as partners.
/// Open {@link nl.beleidstafel.roles.RightsRules} and {@link nl.beleidstafel.roles.Roles} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.roles;
