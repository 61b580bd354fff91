/// The text of a document as the editor's schema (version 1) sees it: a tree of immutable values,
/// read from a `Y.XmlFragment` and written into one without loss. What seeding, export, search and
/// checks work with.
///
/// Knows the names and defaults of the editor's nodes (`web/src/editor/nodes`), but neither how
/// they look nor what a plan is. What it does not know it keeps as it is. Open {@link
/// nl.beleidstafel.prose.Node} and {@link nl.beleidstafel.prose.Shape} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.prose;
