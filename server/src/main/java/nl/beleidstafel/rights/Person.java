package nl.beleidstafel.rights;

/// Somebody who can be asked for help.
///
/// @param partner the name of their organisation
public record Person(String name, String partner) {}
