/// The tree beside the editor's real schema and its binding to Yjs.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.prose;
