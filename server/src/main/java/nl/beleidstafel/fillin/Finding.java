package nl.beleidstafel.fillin;

import nl.beleidstafel.base.SectionId;

/// Something in a plan that somebody should look at again.
///
/// @param fillIn where it stands
/// @param words what it is about, such as the setting's name
record Finding(Kind kind, SectionId section, String fillIn, String words) {
  enum Kind {
    /// A setting that is worried about has no place in the groups and settings of the actions.
    SETTING_WITHOUT_ACTION,
    /// It has none in the table of measures.
    SETTING_WITHOUT_MEASURE,
    /// What is filled in is no number of the wanted kind.
    NO_NUMBER,
    /// A year long ago.
    OLD_YEAR
  }
}
