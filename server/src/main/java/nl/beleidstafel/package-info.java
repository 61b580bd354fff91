/// Beleidstafel's server. `docs/architecture.md` is the map.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel;
