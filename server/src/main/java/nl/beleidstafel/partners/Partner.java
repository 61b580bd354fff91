package nl.beleidstafel.partners;

import nl.beleidstafel.base.PartnerId;

/// An organisation that takes part.
///
/// @param kind an id of the register of partner kinds
/// @param badge two letters, no other partner's here
/// @param colour 0 to 15, an index into the theme
record Partner(PartnerId id, String kind, String name, String badge, int colour) {
  /// The kind of a municipality's own partner.
  static final String MUNICIPALITY = "municipality";

  static final int COLOUR_COUNT = 16;
}
