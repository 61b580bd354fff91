package nl.beleidstafel.partners;

import nl.beleidstafel.base.PartnerId;

/// What somebody may do with people and partners, as the database says it now.
///
/// @param operator may make municipalities
/// @param contact speaks for their own partner
record Standing(PartnerId partner, boolean administrator, boolean operator, boolean contact) {
  /// Whether they may invite people to a partner and remove them.
  boolean leads(PartnerId other) {
    return administrator || (contact && partner.equals(other));
  }

  /// Whether they may remove somebody; an administrator is another administrator's to remove.
  boolean mayRemove(Person person) {
    return administrator || (leads(person.partner()) && !person.administrator());
  }
}
