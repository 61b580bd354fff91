/// Threads: what people say about words of a section, or about a section as a whole, beside its
/// text. A thread holds on to the text by relative positions and keeps the words it was about. It
/// does not know roles, suggestions or asks.
///
/// Open {@link nl.beleidstafel.discussion.AnchorRules} and {@code Discussion} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.discussion;
