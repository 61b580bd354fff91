/// Figures of a plan to have at hand: what was counted, where it was found, and which year it is
/// about.
///
/// A figure belongs to the plan, or to one of its sections, and then is for who may read that
/// section. It may belong to a question of a topic list, by its id alone. It is taken away without
/// being lost. Knows no interview: who pins figures to one keeps their ids. Rules J7 to J9 of
/// `docs/spec.md`. Open {@link nl.beleidstafel.figure.Figures} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.figure;
