/// What interviews taught: findings with the notes behind them, themes, codes, and the evidence
/// that stands behind a claim in a text. It never reads an interview itself: what may leave one
/// comes through {@link nl.beleidstafel.talks.Notes}.
///
/// Open {@link nl.beleidstafel.finding.EvidenceRules} first, then `Synthesis`.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.finding;
