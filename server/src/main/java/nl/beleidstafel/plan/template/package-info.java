/// The model plan: what a new plan is made from, read from `config/` and turned into documents.
///
/// Knows nothing of databases, rooms, HTTP or people. Open {@link
/// nl.beleidstafel.plan.template.Templates} (loading) and {@link
/// nl.beleidstafel.plan.template.Seeding} (making documents) first; the format of the files is
/// described in `docs/model-plan.md`.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.plan.template;
