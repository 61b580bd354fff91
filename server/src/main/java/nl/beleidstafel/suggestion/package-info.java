/// Suggestions: other wording that waits for a yes. A suggestion is a Yjs update against the
/// section's document, made on a fork of it; accepting applies it, so that it merges with whatever
/// was written since. It does not know roles, threads or asks.
///
/// Open {@link nl.beleidstafel.suggestion.SuggestionRules} and {@code Suggestions} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.suggestion;
