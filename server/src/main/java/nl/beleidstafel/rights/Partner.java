package nl.beleidstafel.rights;

import nl.beleidstafel.base.PartnerId;

/// A partner that takes part in a municipality's plans.
///
/// @param badge two letters that stand for it
/// @param colour 0 to 15, an index into the theme
/// @param kind an id of `config/registers/partner-kinds.yaml`
public record Partner(PartnerId id, String name, String badge, int colour, String kind) {}
