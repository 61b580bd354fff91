/// Plans: an outline of sections, each with a status and a document of its own.
///
/// A plan is made from a model plan in one transaction: outline, documents and the partners' rights
/// to them exist together or not at all. A plan belongs to one municipality; for everybody else it
/// is absent. Positions have no gaps, keys never change. The text itself is the documents', which
/// this package seeds once and never reads. Open {@link nl.beleidstafel.plan.PlanSlice} first, then
/// `Plans`; model plans are read in {@link nl.beleidstafel.plan.template}.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.plan;
