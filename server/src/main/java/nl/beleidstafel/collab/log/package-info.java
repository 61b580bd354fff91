/// What is kept of documents: the log of their updates, snapshots, and who may do what.
///
/// Knows nothing of rooms or sockets. The ports are {@link nl.beleidstafel.collab.log.UpdateLog}
/// and {@link nl.beleidstafel.collab.log.Snapshots}; the adapters to PostgreSQL stand beside them.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.collab.log;
