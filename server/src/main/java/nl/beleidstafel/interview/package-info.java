/// Interviews: with whom there is talked about what, by whom, and who may open what was written
/// down. Each has a document of its own, which is open to its people and the plan's core team, and
/// to nobody else: no administrator, no coordinator.
///
/// Open {@link nl.beleidstafel.interview.InterviewRules} and {@link
/// nl.beleidstafel.interview.Planning} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.interview;
