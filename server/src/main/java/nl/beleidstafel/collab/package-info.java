/// Live documents, as the features see them: create one, open it to partners, change it, read it.
///
/// What is here knows nothing of sockets, threads or SQL. Open {@link
/// nl.beleidstafel.collab.Collab} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.collab;
