/// The configuration: what can be set, how it is read, checked and explained.
///
/// Everything an operator sets has one entry in {@link nl.beleidstafel.config.Settings}; a mistake
/// is one sentence that says what to do. {@link nl.beleidstafel.config.ConfigurationRules} is pure;
/// only {@link nl.beleidstafel.config.ConfigurationFile} reads a file.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.config;
