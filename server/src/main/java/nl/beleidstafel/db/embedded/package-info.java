/// A real PostgreSQL beside the server, for towns without one: unpacked from the jar's own
/// dependencies into the data directory, run as an unprivileged user, durable as any other.
///
/// Knows nothing of the schema or the product. Everything here blocks and belongs to start and
/// stop. Open {@link nl.beleidstafel.db.embedded.EmbeddedPostgres} and {@link
/// nl.beleidstafel.db.embedded.Postmaster} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.db.embedded;
