/// Files of `config/` that people write by hand: read with their line numbers, so that every
/// mistake is told with file, line and field, all of them at once.
///
/// Knows no feature and no meaning of a field. Open {@link nl.beleidstafel.yaml.Fields} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.yaml;
