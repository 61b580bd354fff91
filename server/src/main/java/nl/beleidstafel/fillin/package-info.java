/// What stands open in texts and who fills it in: fill-ins and examples as rows that follow each
/// commit, owners and dates, and checks on what was chosen. The text is the truth; nothing here
/// writes in it. It does not know threads, suggestions or versions.
///
/// Open {@link nl.beleidstafel.fillin.FillInRules} and {@code Projector} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.fillin;
