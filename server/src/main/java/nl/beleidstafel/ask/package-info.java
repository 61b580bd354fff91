/// Asks: what partners are asked about their sections, by when, and what they answer; the table of
/// what was done with everything that was said; and sign-off, by which an organisation agrees to
/// one text. It does not know threads or suggestions: what they have for the table comes through
/// {@link nl.beleidstafel.sections.Remarks}.
///
/// Open {@link nl.beleidstafel.ask.AskRules} and {@code Asks} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.ask;
