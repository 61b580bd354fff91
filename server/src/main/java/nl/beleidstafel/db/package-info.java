/// The way to PostgreSQL: a pool, transactions, one kind of failure, and the schema's migrations.
///
/// Knows nothing of what the tables mean and, outside `db.embedded`, nothing of where the database
/// runs. Open {@link nl.beleidstafel.db.Database} and {@link nl.beleidstafel.db.StoreException}
/// first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.db;
